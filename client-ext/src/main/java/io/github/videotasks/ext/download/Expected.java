package io.github.videotasks.ext.download;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the caller knows of a file beforehand.
 *
 * @param bytes its length; null if not known
 * @param sha256 its digest in lower-case hexadecimal digits; null if not known
 */
record Expected(@Nullable Long bytes, @Nullable String sha256) {

  static final Expected NOTHING = new Expected(null, null);

  private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

  Expected {
    if (bytes != null && bytes < 1) {
      throw new IllegalArgumentException("expected a positive length, found " + bytes);
    }
    if (sha256 != null && !DIGEST.matcher(sha256).matches()) {
      throw new IllegalArgumentException(
          "expected a SHA-256 as 64 hexadecimal digits, found " + sha256.length() + " characters");
    }
  }

  Expected withBytes(long value) {
    return new Expected(value, sha256);
  }

  Expected withSha256(String value) {
    return new Expected(bytes, value.toLowerCase(Locale.ROOT));
  }

  boolean isAnything() {
    return bytes != null || sha256 != null;
  }
}
