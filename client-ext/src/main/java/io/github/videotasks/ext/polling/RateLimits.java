package io.github.videotasks.ext.polling;

import java.time.Duration;

/**
 * What one gateway is asked at most by all waits together.
 *
 * @param maxInFlight questions at a time, positive
 * @param minInterval the least time from one question to the next; zero for no limit
 * @param maxRetryAfter the most that all waits pause when the gateway asks for it
 */
public record RateLimits(int maxInFlight, Duration minInterval, Duration maxRetryAfter) {

  /** 64 questions at a time, no other limit, 2 minutes of patience at most. */
  public static final RateLimits DEFAULTS =
      new RateLimits(64, Duration.ZERO, Duration.ofMinutes(2));

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if nothing could be asked or a time is negative
   */
  public RateLimits {
    if (maxInFlight < 1 || minInterval.isNegative() || maxRetryAfter.isNegative()) {
      throw new IllegalArgumentException(
          "expected at least 1 in flight and times from 0 on, found %d, %s, %s"
              .formatted(maxInFlight, minInterval, maxRetryAfter));
    }
  }
}
