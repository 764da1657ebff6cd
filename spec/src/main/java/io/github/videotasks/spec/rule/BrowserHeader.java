package io.github.videotasks.spec.rule;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.videotasks.spec.page.Texts;
import java.util.regex.Pattern;

/** Removes header parameters that only a browser or a proxy sends. */
final class BrowserHeader extends HeaderRule {
  private static final Pattern NAME =
      Pattern.compile(
          "host|origin|referer|user-agent|cookie|connection|content-length|cache-control|pragma"
              + "|accept-.*|sec-.*|x-forwarded-.*|x-real-ip|x-requested-with",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern LOCAL =
      Pattern.compile("(?:https?://)?(?:localhost|127\\.0\\.0\\.1|\\[::1\\])(?::\\d+)?(?:/.*)?");

  @Override
  public String id() {
    return "browser-header";
  }

  @Override
  public String why() {
    return "A header that a browser or a proxy adds (Host, Origin, X-Forwarded-...), or whose example is an"
        + " address of the author's own machine, was recorded by the tool that wrote the page; it is removed.";
  }

  @Override
  boolean matches(String header, JsonNode parameter) {
    return NAME.matcher(header).matches() || LOCAL.matcher(example(parameter)).matches();
  }

  @Override
  String message(String header, JsonNode parameter) {
    String example = example(parameter);
    return "found the header "
        + header
        + " as a parameter, which only a browser or a proxy sends"
        + (example.isEmpty() ? "" : "; its example is " + Texts.shown(example));
  }

  private static String example(JsonNode parameter) {
    return parameter.path("example").asText();
  }
}
