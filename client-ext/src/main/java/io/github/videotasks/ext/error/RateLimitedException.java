package io.github.videotasks.ext.error;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The gateway asks for fewer requests: 429. */
public final class RateLimitedException extends VideoTasksException {

  private static final long serialVersionUID = 1L;

  RateLimitedException(String problem, ErrorDetails details, @Nullable Throwable cause) {
    super(problem, details, cause);
  }

  /** How long the gateway asks to wait, as it said; null if it did not say. */
  public @Nullable Duration retryAfter() {
    return details().retryAfter();
  }
}
