package io.github.videotasks.ext.polling;

import java.time.Duration;

/**
 * How long and how patiently to wait. Immutable: each {@code with…} gives a changed copy.
 *
 * @param deadline the most time a wait takes, positive; {@link #DEFAULT_DEADLINE} by default
 * @param schedule when to ask; {@link PollSchedule#adaptive} by default
 * @param toleratedErrors how many questions in a row may fail for a passing reason (no connection,
 *     5xx, 429, unreadable answer) before the wait gives up; 10 by default
 * @param toleratedNotFound how many times in a row the gateway may not know the task, because a new
 *     task is not known everywhere at once; 2 by default, so the third ends the wait
 */
public record WaitPolicy(
    Duration deadline, PollSchedule schedule, int toleratedErrors, int toleratedNotFound) {

  /** Three times the 90th percentile of real tasks. A wait without an end is not offered. */
  public static final Duration DEFAULT_DEADLINE = Duration.ofMinutes(30);

  private static final WaitPolicy DEFAULTS =
      new WaitPolicy(DEFAULT_DEADLINE, PollSchedule.adaptive(), 10, 2);

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if the deadline is not positive or a number is negative
   */
  public WaitPolicy {
    if (deadline.isNegative() || deadline.isZero()) {
      throw new IllegalArgumentException("expected a positive deadline, found " + deadline);
    }
    if (toleratedErrors < 0 || toleratedNotFound < 0) {
      throw new IllegalArgumentException(
          "expected tolerated numbers from 0 on, found %d errors and %d not found"
              .formatted(toleratedErrors, toleratedNotFound));
    }
  }

  /** The values named above. */
  public static WaitPolicy defaults() {
    return DEFAULTS;
  }

  public WaitPolicy withDeadline(Duration value) {
    return new WaitPolicy(value, schedule, toleratedErrors, toleratedNotFound);
  }

  public WaitPolicy withSchedule(PollSchedule value) {
    return new WaitPolicy(deadline, value, toleratedErrors, toleratedNotFound);
  }

  public WaitPolicy withToleratedErrors(int value) {
    return new WaitPolicy(deadline, schedule, value, toleratedNotFound);
  }

  public WaitPolicy withToleratedNotFound(int value) {
    return new WaitPolicy(deadline, schedule, toleratedErrors, value);
  }
}
