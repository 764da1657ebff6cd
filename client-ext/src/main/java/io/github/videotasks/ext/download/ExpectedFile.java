package io.github.videotasks.ext.download;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Length and digest of a file, as far as the caller knows them before the download.
 *
 * @param bytes the length in bytes; null if unknown
 * @param sha256 the SHA-256 digest, 64 lower-case hexadecimal digits; null if unknown
 */
record ExpectedFile(@Nullable Long bytes, @Nullable String sha256) {

  static final ExpectedFile UNSPECIFIED = new ExpectedFile(null, null);

  private static final Pattern SHA256_HEX = Pattern.compile("[0-9a-f]{64}");

  ExpectedFile {
    if (bytes != null && bytes < 1) {
      throw new IllegalArgumentException("expected a positive length, found " + bytes);
    }
    if (sha256 != null && !SHA256_HEX.matcher(sha256).matches()) {
      throw new IllegalArgumentException(
          "expected a SHA-256 as 64 hexadecimal digits, found " + sha256.length() + " characters");
    }
  }

  ExpectedFile withBytes(long value) {
    return new ExpectedFile(value, sha256);
  }

  ExpectedFile withSha256(String value) {
    return new ExpectedFile(bytes, value.toLowerCase(Locale.ROOT));
  }

  boolean isSpecified() {
    return bytes != null || sha256 != null;
  }
}
