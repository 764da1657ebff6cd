package io.github.videotasks.ext.error;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Thrown if the gateway responds with HTTP 429 (too many requests). */
public final class RateLimitedException extends VideoTasksException {

  private static final long serialVersionUID = 1L;

  RateLimitedException(String problem, ErrorDetails details, @Nullable Throwable cause) {
    super(problem, details, cause);
  }

  /** {@return the Retry-After of the gateway, unchanged; null if it sent none} */
  public @Nullable Duration retryAfter() {
    return details().retryAfter();
  }
}
