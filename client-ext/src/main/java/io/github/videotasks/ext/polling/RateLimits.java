package io.github.videotasks.ext.polling;

import java.time.Duration;

/**
 * Limits of the polls to one gateway, for all loops together.
 *
 * @param maxInFlight the maximum of concurrent polls, positive
 * @param minInterval the minimum time from the start of one poll to the next; zero for no limit
 * @param maxRetryAfter the longest pause for a {@code Retry-After}; zero for none
 */
public record RateLimits(int maxInFlight, Duration minInterval, Duration maxRetryAfter) {

  /** 64 concurrent polls, no minimum interval, and {@code Retry-After} up to 2 minutes. */
  public static final RateLimits DEFAULTS =
      new RateLimits(64, Duration.ZERO, Duration.ofMinutes(2));

  /**
   * Validates the values.
   *
   * @param maxInFlight at least 1
   * @param minInterval 0 or more
   * @param maxRetryAfter 0 or more
   * @throws IllegalArgumentException if {@code maxInFlight} is less than 1 or a duration is
   *     negative
   */
  public RateLimits {
    if (maxInFlight < 1 || minInterval.isNegative() || maxRetryAfter.isNegative()) {
      throw new IllegalArgumentException(
          "expected maxInFlight >= 1, minInterval >= 0 and maxRetryAfter >= 0, found %d, %s, %s"
              .formatted(maxInFlight, minInterval, maxRetryAfter));
    }
  }
}
