package io.github.videotasks.ext.polling;

import java.time.Duration;

/**
 * What one gateway is asked at most by all waits together.
 *
 * @param maxInFlight questions at a time, positive
 * @param gap the least time from one question to the next; zero for no limit
 * @param longestRetryAfter the most that all waits pause when the gateway asks for it
 */
public record LaneLimits(int maxInFlight, Duration gap, Duration longestRetryAfter) {

  /** 64 questions at a time, no other limit, 2 minutes of patience at most. */
  public static final LaneLimits DEFAULTS =
      new LaneLimits(64, Duration.ZERO, Duration.ofMinutes(2));

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if nothing could be asked or a time is negative
   */
  public LaneLimits {
    if (maxInFlight < 1 || gap.isNegative() || longestRetryAfter.isNegative()) {
      throw new IllegalArgumentException(
          "expected at least 1 in flight and times from 0 on, found %d, %s, %s"
              .formatted(maxInFlight, gap, longestRetryAfter));
    }
  }
}
