package io.github.videotasks.ext.polling;

import io.github.videotasks.ext.schedule.PollSchedule;
import java.time.Duration;

/**
 * Limits and schedule of a wait: how long to poll, when, and which errors to tolerate. Immutable;
 * each {@code with…} method returns a changed copy.
 *
 * @param deadline the maximum time of the wait, positive; {@link #DEFAULT_DEADLINE} by default
 * @param schedule the pauses between polls; {@link PollSchedule#adaptive} by default
 * @param outageTolerance how long polls may fail with a transient error (no connection, 5xx, a
 *     challenge, an unreadable response) before the wait ends with the last of these errors, 0 or
 *     more; {@link #DEFAULT_OUTAGE_TOLERANCE} by default. It is counted from the first failure, and
 *     one readable response resets it. Until the client has had a readable response from the
 *     gateway, at most {@link #INITIAL_OUTAGE_TOLERANCE} applies, and an unknown host or an
 *     untrusted certificate ends the wait at once, so that a mistyped base URL fails fast. From the
 *     third consecutive failure on the pause doubles, up to 30 s. 429 does not count: it slows down
 *     all tasks of the gateway, and the wait continues until its deadline. The deadline is kept in
 *     any case.
 * @param toleratedNotFound for how many consecutive polls the gateway may not know the task,
 *     because a new task is not known on every server at once; 2 by default, so the third ends the
 *     wait
 * @param gracePolls how often to poll again after a task succeeded without a URL, because some
 *     gateways know it a little later: after 1 s, 2 s, 4 s and so on, 32 s at most; 3 by default.
 *     Then the wait ends with that response, whose result is null. A response in OpenAI's own
 *     format (object "video", neither video_url nor detail) never has a URL and ends the wait at
 *     once.
 * @param maxRetryAfter the longest pause for a {@code Retry-After} of the gateway, 0 or more; 2
 *     minutes by default. The deadline is kept in any case.
 * @param stallAfter the time without a change after which the listener is notified of a stall,
 *     positive; 10 minutes by default. The wait continues.
 * @param jitter the part, 0-1, by which pauses are shortened at random, so that tasks that began
 *     together are not polled together; 0.1 by default. While thousands of waits are open, the
 *     first pause has more jitter, up to 1. With 0 there is none.
 * @param keepsTimeline whether an open wait keeps its stages and, for the newest {@value
 *     #MAX_KEPT_RESPONSES} polls of a client, the whole last response; true by default. See {@link
 *     #withoutTimeline}.
 */
public record WaitPolicy(
    Duration deadline,
    PollSchedule schedule,
    Duration outageTolerance,
    int toleratedNotFound,
    int gracePolls,
    Duration maxRetryAfter,
    Duration stallAfter,
    double jitter,
    boolean keepsTimeline) {

  /**
   * The default deadline, 30 minutes: three times the 90th percentile of the durations of real
   * tasks. A wait without a deadline is not possible.
   */
  public static final Duration DEFAULT_DEADLINE = Duration.ofMinutes(30);

  /**
   * The default tolerance of outages, 10 minutes: gateways restart, and take 5 to 10 minutes to do
   * so.
   */
  public static final Duration DEFAULT_OUTAGE_TOLERANCE = Duration.ofMinutes(10);

  /** The tolerance until the first readable response of a gateway, 30 seconds. */
  public static final Duration INITIAL_OUTAGE_TOLERANCE = Duration.ofSeconds(30);

  /**
   * The number of waits of a client whose last response is kept while they are open, 1,000: those
   * that were polled last. Of the last response of others only the stage, the status value and the
   * progress are known.
   */
  public static final int MAX_KEPT_RESPONSES = 1_000;

  private static final WaitPolicy DEFAULTS =
      new WaitPolicy(
          DEFAULT_DEADLINE,
          PollSchedule.adaptive(),
          DEFAULT_OUTAGE_TOLERANCE,
          2,
          3,
          Duration.ofMinutes(2),
          Duration.ofMinutes(10),
          0.1,
          true);

  /**
   * Validates the values.
   *
   * @param deadline positive
   * @param schedule the pauses between polls
   * @param outageTolerance 0 or more
   * @param toleratedNotFound polls in a row, 0 or more
   * @param gracePolls polls after a success without a URL, 0 or more
   * @param maxRetryAfter 0 or more
   * @param stallAfter positive
   * @param jitter 0-1
   * @param keepsTimeline false for {@link #withoutTimeline}
   * @throws IllegalArgumentException if a duration is not positive (zero is allowed for {@code
   *     outageTolerance} and {@code maxRetryAfter}), a count is negative or the jitter is not from
   *     0 to 1
   */
  public WaitPolicy {
    if (deadline.isNegative() || deadline.isZero()) {
      throw new IllegalArgumentException("expected a positive deadline, found " + deadline);
    }
    if (outageTolerance.isNegative()) {
      throw new IllegalArgumentException("expected outageTolerance >= 0, found " + outageTolerance);
    }
    if (toleratedNotFound < 0 || gracePolls < 0) {
      throw new IllegalArgumentException(
          "expected toleratedNotFound and gracePolls >= 0, found %d and %d"
              .formatted(toleratedNotFound, gracePolls));
    }
    if (maxRetryAfter.isNegative() || stallAfter.isNegative() || stallAfter.isZero()) {
      throw new IllegalArgumentException(
          "expected maxRetryAfter >= 0 and a positive stallAfter, found %s and %s"
              .formatted(maxRetryAfter, stallAfter));
    }
    if (!(jitter >= 0 && jitter <= 1)) {
      throw new IllegalArgumentException("expected jitter from 0 to 1, found " + jitter);
    }
  }

  /** {@return the policy with the default values} */
  public static WaitPolicy defaults() {
    return DEFAULTS;
  }

  /**
   * {@return a copy with another deadline}
   *
   * @param value the maximum time of the wait, positive
   * @throws IllegalArgumentException if the value is not positive
   */
  public WaitPolicy withDeadline(Duration value) {
    return new WaitPolicy(
        value,
        schedule,
        outageTolerance,
        toleratedNotFound,
        gracePolls,
        maxRetryAfter,
        stallAfter,
        jitter,
        keepsTimeline);
  }

  /**
   * {@return a copy with another schedule}
   *
   * @param value the pauses between polls
   */
  public WaitPolicy withSchedule(PollSchedule value) {
    return new WaitPolicy(
        deadline,
        value,
        outageTolerance,
        toleratedNotFound,
        gracePolls,
        maxRetryAfter,
        stallAfter,
        jitter,
        keepsTimeline);
  }

  /**
   * {@return a copy with another tolerance of outages}
   *
   * @param value how long polls may fail with a transient error, 0 or more; with 0 the first one
   *     ends the wait
   * @throws IllegalArgumentException if the value is negative
   */
  public WaitPolicy withOutageTolerance(Duration value) {
    return new WaitPolicy(
        deadline,
        schedule,
        value,
        toleratedNotFound,
        gracePolls,
        maxRetryAfter,
        stallAfter,
        jitter,
        keepsTimeline);
  }

  /**
   * {@return a copy with another number of tolerated polls without the task}
   *
   * @param value for how many consecutive polls the gateway may not know the task, 0 or more
   * @throws IllegalArgumentException if the value is negative
   */
  public WaitPolicy withToleratedNotFound(int value) {
    return new WaitPolicy(
        deadline,
        schedule,
        outageTolerance,
        value,
        gracePolls,
        maxRetryAfter,
        stallAfter,
        jitter,
        keepsTimeline);
  }

  /**
   * {@return a copy with another number of grace polls}
   *
   * @param value how often to poll again after a task succeeded without a URL, 0 or more
   * @throws IllegalArgumentException if the value is negative
   */
  public WaitPolicy withGracePolls(int value) {
    return new WaitPolicy(
        deadline,
        schedule,
        outageTolerance,
        toleratedNotFound,
        value,
        maxRetryAfter,
        stallAfter,
        jitter,
        keepsTimeline);
  }

  /**
   * {@return a copy with another maximal {@code Retry-After}}
   *
   * @param value the longest pause for a {@code Retry-After}, 0 or more
   * @throws IllegalArgumentException if the value is negative
   */
  public WaitPolicy withMaxRetryAfter(Duration value) {
    return new WaitPolicy(
        deadline,
        schedule,
        outageTolerance,
        toleratedNotFound,
        gracePolls,
        value,
        stallAfter,
        jitter,
        keepsTimeline);
  }

  /**
   * {@return a copy with another time to a stall}
   *
   * @param value the time without a change after which the listener is notified, positive
   * @throws IllegalArgumentException if the value is not positive
   */
  public WaitPolicy withStallAfter(Duration value) {
    return new WaitPolicy(
        deadline,
        schedule,
        outageTolerance,
        toleratedNotFound,
        gracePolls,
        maxRetryAfter,
        value,
        jitter,
        keepsTimeline);
  }

  /**
   * {@return a copy with another jitter}
   *
   * @param value the part, 0-1, by which pauses are shortened at random
   * @throws IllegalArgumentException if the value is not from 0 to 1
   */
  public WaitPolicy withJitter(double value) {
    return new WaitPolicy(
        deadline,
        schedule,
        outageTolerance,
        toleratedNotFound,
        gracePolls,
        maxRetryAfter,
        stallAfter,
        value,
        keepsTimeline);
  }

  /**
   * {@return a copy for a process with hundreds of thousands of waits: {@link Timeline#stages}
   * stays empty, and of the last response only the stage, the status value and the progress are
   * kept while the wait is open} The counts, the result and the decisions are the same.
   */
  public WaitPolicy withoutTimeline() {
    return new WaitPolicy(
        deadline,
        schedule,
        outageTolerance,
        toleratedNotFound,
        gracePolls,
        maxRetryAfter,
        stallAfter,
        jitter,
        false);
  }
}
