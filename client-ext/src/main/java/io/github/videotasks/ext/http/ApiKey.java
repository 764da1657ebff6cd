package io.github.videotasks.ext.http;

import io.github.videotasks.ext.payload.SecretRedactor;
import org.jspecify.annotations.Nullable;

/** One API key, and the removal of it from texts. */
final class ApiKey {

  private final String value;
  private final @Nullable SecretRedactor redactor;

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
    redactor = value.length() < SecretRedactor.MIN_LENGTH ? null : new SecretRedactor(value);
  }

  private static boolean isVisibleAscii(String value) {
    for (int i = 0; i < value.length(); i++) {
      if (value.charAt(i) <= 0x20 || value.charAt(i) >= 0x7f) {
        return false;
      }
    }
    return !value.isEmpty();
  }

  /** Returns the key itself, for the header. */
  String value() {
    return value;
  }

  /**
   * Returns the text without this key, in all forms that {@link SecretRedactor} knows; the same
   * object if it does not contain it. A short key stays: it could be an ordinary word, which must
   * stay in a response.
   */
  String redact(String text) {
    return redactor == null ? text : redactor.redact(text);
  }

  /** Returns whether {@link #redact} does nothing. */
  boolean isShort() {
    return redactor == null;
  }

  @Override
  public String toString() {
    return "ApiKey[…]";
  }
}
