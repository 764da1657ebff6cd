package io.github.videotasks.cli;

import java.util.Map;

/** Options of the command line, for the methods that messages of the library name. */
final class OptionNames {
  /** What a message of the library says, and what a person at a terminal can do instead. */
  static final Map<String, String> BY_PHRASE =
      Map.of(
          "call allowPlainHttp()", "pass --allow-http",
          "pass the API key to apiKey(…)", "pass the API key in the environment",
          "withPlainHttp()", "--plain-http",
          "withPrivateNetworks()", "--private-networks",
          "raise withTimeout(…)", "raise --timeout",
          "raise withDeadline(…)", "raise --deadline",
          "wait for its end with await(…) first",
              "wait for its end with 'video-tasks await' first");

  private OptionNames() {}

  /** Returns the message with options in place of methods. */
  static String inMessage(String message) {
    String text = message;
    for (Map.Entry<String, String> each : BY_PHRASE.entrySet()) {
      text = text.replace(each.getKey(), each.getValue());
    }
    return text;
  }
}
