package io.github.videotasks.ext;

import io.github.videotasks.ext.payload.Excerpt;

/**
 * The API key. Whatever a gateway says is masked through it before it stands in a message, because
 * some gateways quote the key in their error texts.
 *
 * @param value visible ASCII, so that it can stand in a header
 */
record Secret(String value) {

  private static final int SHOWN = 200;

  /** A shorter key could be an ordinary word, which must stay in an answer. */
  private static final int REMOVED_FROM = 16;

  Secret {
    if (value.isEmpty() || !value.chars().allMatch(c -> c > 0x20 && c < 0x7f)) {
      throw new IllegalArgumentException(
          "API key: expected visible ASCII characters without blanks; "
              + "pass the key alone, without \"Bearer\" and line ends");
    }
  }

  /** An answer without the key, wherever the gateway has put it. */
  String removeFrom(String answer) {
    return value.length() < REMOVED_FROM ? answer : answer.replace(value, "…");
  }

  /** The start of a foreign text, fit for a message. */
  String mask(String text) {
    return Excerpt.of(text.replace(value, "…"), SHOWN);
  }

  @Override
  public String toString() {
    return "Secret[…]";
  }
}
