package io.github.videotasks.spec.rule;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.videotasks.spec.page.MessageText;
import java.util.regex.Pattern;

/** Removes header parameters that only a browser or a proxy sends. */
final class BrowserHeader extends HeaderParameterRule {
  private static final Pattern HEADER_NAME =
      Pattern.compile(
          "host|origin|referer|user-agent|cookie|connection|content-length|cache-control|pragma"
              + "|accept-.*|sec-.*|x-forwarded-.*|x-real-ip|x-requested-with",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern LOOPBACK_URL =
      Pattern.compile("(?:https?://)?(?:localhost|127\\.0\\.0\\.1|\\[::1\\])(?::\\d+)?(?:/.*)?");

  @Override
  public String id() {
    return "browser-header";
  }

  @Override
  public String rationale() {
    return "A header that a browser or a proxy adds (Host, Origin, X-Forwarded-...), or whose"
        + " example is a URL of the author's own machine, was recorded by the tool that wrote the"
        + " page; it is removed.";
  }

  @Override
  boolean matches(String header, JsonNode parameter) {
    return HEADER_NAME.matcher(header).matches()
        || LOOPBACK_URL.matcher(example(parameter)).matches();
  }

  @Override
  String message(String header, JsonNode parameter) {
    String example = example(parameter);
    return "found the header "
        + header
        + " as a parameter, which only a browser or a proxy sends"
        + (example.isEmpty() ? "" : "; its example is " + MessageText.excerpt(example));
  }

  private static String example(JsonNode parameter) {
    return parameter.path("example").asText();
  }
}
