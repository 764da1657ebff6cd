package io.github.videotasks.ext.download;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Reads the header {@code Retry-After} in seconds; a date is not worth the wait of a download. */
final class RetryAfterHeader {

  private RetryAfterHeader() {}

  static @Nullable Duration parse(@Nullable String header) {
    return header != null && header.matches("\\d{1,6}")
        ? Duration.ofSeconds(Long.parseLong(header))
        : null;
  }
}
