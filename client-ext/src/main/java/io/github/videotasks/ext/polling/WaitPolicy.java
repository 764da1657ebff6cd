package io.github.videotasks.ext.polling;

import io.github.videotasks.ext.schedule.PollSchedule;
import java.time.Duration;

/**
 * How long and how patiently to wait. Immutable: each {@code with…} gives a changed copy.
 *
 * @param deadline the most time a wait takes, positive; {@link #DEFAULT_DEADLINE} by default
 * @param schedule when to ask; {@link PollSchedule#adaptive} by default
 * @param toleratedErrors how many questions in a row may fail for a passing reason (no connection,
 *     5xx, unreadable answer) before the wait gives up; 10 by default. A question that was repeated
 *     at once, see the options of a call, counts once. 429 does not count: it slows all tasks of
 *     the gateway, and the wait goes on until its deadline.
 * @param toleratedNotFound how many times in a row the gateway may not know the task, because a new
 *     task is not known everywhere at once; 2 by default, so the third ends the wait
 * @param gracePolls how often to ask again for a task that succeeded without an address, since some
 *     gateways know it a little later: after 1 s, 2 s, 4 s and so on, 32 s at most; 3 by default.
 *     Then the wait ends with that answer, whose result is null. An answer in OpenAI's own form
 *     (object "video", neither video_url nor detail) never has one: it ends the wait at once.
 * @param maxRetryAfter the most that a gateway's {@code Retry-After} counts; 2 minutes by default.
 *     The deadline holds whatever it says.
 * @param stallAfter after how much time without a change the listener hears of a stall, positive;
 *     10 minutes by default. The wait goes on.
 * @param jitter the part, 0-1, by which pauses are shortened at random, so that tasks that begin
 *     together are not asked for together; 0.1 by default. Of more than it, up to the whole, is the
 *     first pause when thousands wait. Zero spreads nothing.
 */
public record WaitPolicy(
    Duration deadline,
    PollSchedule schedule,
    int toleratedErrors,
    int toleratedNotFound,
    int gracePolls,
    Duration maxRetryAfter,
    Duration stallAfter,
    double jitter) {

  /** Three times the 90th percentile of real tasks. A wait without an end is not offered. */
  public static final Duration DEFAULT_DEADLINE = Duration.ofMinutes(30);

  private static final WaitPolicy DEFAULTS =
      new WaitPolicy(
          DEFAULT_DEADLINE,
          PollSchedule.adaptive(),
          10,
          2,
          3,
          Duration.ofMinutes(2),
          Duration.ofMinutes(10),
          0.1);

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if a time is not positive (zero is allowed for {@code
   *     longestRetryAfter}), a number is negative or the spread is not from 0 to 1
   */
  public WaitPolicy {
    if (deadline.isNegative() || deadline.isZero()) {
      throw new IllegalArgumentException("expected a positive deadline, found " + deadline);
    }
    if (toleratedErrors < 0 || toleratedNotFound < 0 || gracePolls < 0) {
      throw new IllegalArgumentException(
          "expected numbers from 0 on, found %d tolerated errors, %d not found, %d grace polls"
              .formatted(toleratedErrors, toleratedNotFound, gracePolls));
    }
    if (maxRetryAfter.isNegative() || stallAfter.isNegative() || stallAfter.isZero()) {
      throw new IllegalArgumentException(
          "expected a longest Retry-After from 0 on and a positive time to a stall, found %s, %s"
              .formatted(maxRetryAfter, stallAfter));
    }
    if (!(jitter >= 0 && jitter <= 1)) {
      throw new IllegalArgumentException("expected a spread from 0 to 1, found " + jitter);
    }
  }

  /** The values named above. */
  public static WaitPolicy defaults() {
    return DEFAULTS;
  }

  public WaitPolicy withDeadline(Duration value) {
    return new WaitPolicy(
        value,
        schedule,
        toleratedErrors,
        toleratedNotFound,
        gracePolls,
        maxRetryAfter,
        stallAfter,
        jitter);
  }

  public WaitPolicy withSchedule(PollSchedule value) {
    return new WaitPolicy(
        deadline,
        value,
        toleratedErrors,
        toleratedNotFound,
        gracePolls,
        maxRetryAfter,
        stallAfter,
        jitter);
  }

  public WaitPolicy withToleratedErrors(int value) {
    return new WaitPolicy(
        deadline,
        schedule,
        value,
        toleratedNotFound,
        gracePolls,
        maxRetryAfter,
        stallAfter,
        jitter);
  }

  public WaitPolicy withToleratedNotFound(int value) {
    return new WaitPolicy(
        deadline, schedule, toleratedErrors, value, gracePolls, maxRetryAfter, stallAfter, jitter);
  }

  public WaitPolicy withGracePolls(int value) {
    return new WaitPolicy(
        deadline,
        schedule,
        toleratedErrors,
        toleratedNotFound,
        value,
        maxRetryAfter,
        stallAfter,
        jitter);
  }

  public WaitPolicy withMaxRetryAfter(Duration value) {
    return new WaitPolicy(
        deadline,
        schedule,
        toleratedErrors,
        toleratedNotFound,
        gracePolls,
        value,
        stallAfter,
        jitter);
  }

  public WaitPolicy withStallAfter(Duration value) {
    return new WaitPolicy(
        deadline,
        schedule,
        toleratedErrors,
        toleratedNotFound,
        gracePolls,
        maxRetryAfter,
        value,
        jitter);
  }

  public WaitPolicy withJitter(double value) {
    return new WaitPolicy(
        deadline,
        schedule,
        toleratedErrors,
        toleratedNotFound,
        gracePolls,
        maxRetryAfter,
        stallAfter,
        value);
  }
}
