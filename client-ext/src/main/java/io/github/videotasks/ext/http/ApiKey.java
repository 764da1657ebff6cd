package io.github.videotasks.ext.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One API key, in the forms in which a response may contain it. */
final class ApiKey {

  /** A shorter key could be an ordinary word, which must stay in a response. */
  private static final int MIN_REDACTED_LENGTH = 16;

  private final String value;
  private final List<String> redactedForms;

  /**
   * Checks a key.
   *
   * @param value visible ASCII without blanks, as a header needs it
   * @throws IllegalArgumentException if it is null or has other characters; the message does not
   *     contain it
   */
  ApiKey(@Nullable String value) {
    if (value == null || !isVisibleAscii(value)) {
      throw new IllegalArgumentException(
          "API key: expected visible ASCII characters without blanks, found "
              + (value == null || value.isEmpty() ? "none" : "others")
              + "; pass the key alone, without \"Bearer\" and line ends");
    }
    this.value = value;
    redactedForms = value.length() < MIN_REDACTED_LENGTH ? List.of() : encodedForms(value);
  }

  private static boolean isVisibleAscii(String value) {
    for (int i = 0; i < value.length(); i++) {
      if (value.charAt(i) <= 0x20 || value.charAt(i) >= 0x7f) {
        return false;
      }
    }
    return !value.isEmpty();
  }

  private static List<String> encodedForms(String value) {
    String encoded = URLEncoder.encode(value, StandardCharsets.UTF_8);
    if (encoded.equals(value)) {
      return List.of(value);
    }
    Matcher escapes = Pattern.compile("%..").matcher(encoded);
    String lowerCase = escapes.replaceAll(it -> it.group().toLowerCase(Locale.ROOT));
    return List.of(value, encoded, lowerCase);
  }

  /** Returns the key itself, for the header. */
  String value() {
    return value;
  }

  /**
   * Returns the texts to remove from a response: the key as it is, and percent-encoded in upper and
   * lower case; none for a short key.
   */
  List<String> redactedForms() {
    return redactedForms;
  }

  @Override
  public String toString() {
    return "ApiKey[…]";
  }
}
