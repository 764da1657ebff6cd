package io.github.videotasks.ext;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Options of one call, or of each poll of a wait. Immutable; each {@code with…} method returns a
 * changed copy.
 *
 * @param endpoint the endpoint to send the request to; null, the default, for that of the client,
 *     see {@link VideoTasksBuilder#endpoint}
 * @param timeout the maximum time from the call to its response or error, including retries,
 *     positive; 30 s by default
 * @param maxRequests the maximum number of requests that reach the gateway for this call, at least
 *     1: the first one and all retries, including those of the HTTP library; 3 by default
 */
public record CallOptions(@Nullable EndpointStyle endpoint, Duration timeout, int maxRequests) {

  private static final CallOptions DEFAULTS = new CallOptions(null, Duration.ofSeconds(30), 3);

  /**
   * Validates the values.
   *
   * @param endpoint null for the endpoint of the client
   * @param timeout positive, including retries
   * @param maxRequests at least 1, including retries
   * @throws IllegalArgumentException if the timeout is not positive or {@code maxRequests} is less
   *     than 1
   */
  public CallOptions {
    if (timeout.isNegative() || timeout.isZero()) {
      throw new IllegalArgumentException("expected a positive timeout, found " + timeout);
    }
    if (maxRequests < 1) {
      throw new IllegalArgumentException("expected maxRequests >= 1, found " + maxRequests);
    }
  }

  /** {@return the options with the default values} */
  public static CallOptions defaults() {
    return DEFAULTS;
  }

  /**
   * {@return a copy with another endpoint}
   *
   * @param value the endpoint to send the request to
   */
  public CallOptions withEndpoint(EndpointStyle value) {
    return new CallOptions(value, timeout, maxRequests);
  }

  /**
   * {@return a copy with another timeout}
   *
   * @param value the maximum time of the call, including retries
   * @throws IllegalArgumentException if the value is not positive
   */
  public CallOptions withTimeout(Duration value) {
    return new CallOptions(endpoint, value, maxRequests);
  }

  /**
   * Returns a copy whose timeout is the shorter one of this timeout and the limit.
   *
   * @param most the upper limit of the timeout
   * @throws IllegalArgumentException if the limit is not positive
   */
  CallOptions withTimeoutAtMost(Duration most) {
    return most.compareTo(timeout) < 0 ? withTimeout(most) : this;
  }

  /**
   * {@return a copy with another maximum of requests}
   *
   * @param value the maximum number of requests, including retries
   * @throws IllegalArgumentException if the value is less than 1
   */
  public CallOptions withMaxRequests(int value) {
    return new CallOptions(endpoint, timeout, value);
  }
}
