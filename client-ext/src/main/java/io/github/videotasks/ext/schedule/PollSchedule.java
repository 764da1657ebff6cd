package io.github.videotasks.ext.schedule;

import io.github.videotasks.ext.payload.TaskState;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Computes the pauses between polls. Must be a pure function of its input, so that a schedule can
 * be simulated, and a resumed wait continues as if it had not been interrupted.
 */
@FunctionalInterface
public interface PollSchedule {

  /**
   * Returns the pause from a response, or an error, to the next poll.
   *
   * @param input the state of the wait
   * @return zero or more; a pause below 250 ms is extended to 250 ms. An exception thrown here ends
   *     the wait
   */
  Duration pause(ScheduleInput input);

  /**
   * The input of a schedule: the state of the wait after a poll.
   *
   * @param polls the number of polls so far, at least 1
   * @param elapsed the time since the wait began
   * @param age the time since the task was created, from the gateway's creation date; without a
   *     plausible date, the time since the wait began
   * @param lastState the last response; null if there was none
   * @param evidence the estimate of the end from the progress in all responses
   * @param profile the expected duration of tasks of this model
   */
  record ScheduleInput(
      int polls,
      Duration elapsed,
      Duration age,
      @Nullable TaskState lastState,
      ProgressEvidence evidence,
      DurationProfile profile) {}

  /**
   * {@return a schedule with the same pause each time}
   *
   * @param pause positive
   * @throws IllegalArgumentException if the pause is not positive
   */
  static PollSchedule fixed(Duration pause) {
    if (pause.isNegative() || pause.isZero()) {
      throw new IllegalArgumentException("expected a positive pause, found " + pause);
    }
    return new FixedSchedule(pause);
  }

  /**
   * {@return the schedule that one gateway recommends: every 5 s for 30 s, every 10 s until 2 min,
   * then every 30 s, counted from the start of the wait}
   */
  static PollSchedule stepped() {
    return SteppedSchedule.INSTANCE;
  }

  /**
   * {@return the default schedule, which polls often while the end is likely and seldom while it is
   * not} The estimate uses the progress and the queue in the responses, and the durations of
   * earlier tasks of the same model. SCHEDULES.md has the polls and the lateness of each schedule.
   */
  static PollSchedule adaptive() {
    return AdaptiveSchedule.INSTANCE;
  }
}
