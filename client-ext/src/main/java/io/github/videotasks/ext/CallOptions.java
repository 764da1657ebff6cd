package io.github.videotasks.ext;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How one question is asked. Immutable: each {@code with…} gives a changed copy.
 *
 * @param endpoint which operation is asked; null, the default, for that of the client
 * @param timeout the most time from the call to its answer or error, retries included; 30 s by
 *     default
 * @param maxRequests the most requests that reach the gateway for this question, the first one and
 *     every repetition counted, also those that the HTTP library makes by itself; 3 by default
 */
public record CallOptions(@Nullable EndpointStyle endpoint, Duration timeout, int maxRequests) {

  private static final CallOptions DEFAULTS = new CallOptions(null, Duration.ofSeconds(30), 3);

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if the limit is not positive or no request is allowed
   */
  public CallOptions {
    if (timeout.isNegative() || timeout.isZero()) {
      throw new IllegalArgumentException("expected a positive limit, found " + timeout);
    }
    if (maxRequests < 1) {
      throw new IllegalArgumentException("expected at least 1 request, found " + maxRequests);
    }
  }

  /** The values named above. */
  public static CallOptions defaults() {
    return DEFAULTS;
  }

  public CallOptions withEndpoint(EndpointStyle value) {
    return new CallOptions(value, timeout, maxRequests);
  }

  public CallOptions withTimeout(Duration value) {
    return new CallOptions(endpoint, value, maxRequests);
  }

  /** With this limit if it is the shorter one. */
  public CallOptions withTimeoutAtMost(Duration most) {
    return most.compareTo(timeout) < 0 ? withTimeout(most) : this;
  }

  public CallOptions withMaxRequests(int value) {
    return new CallOptions(endpoint, timeout, value);
  }
}
