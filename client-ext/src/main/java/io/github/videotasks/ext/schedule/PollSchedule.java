package io.github.videotasks.ext.schedule;

import io.github.videotasks.ext.payload.TaskState;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Says when to ask next. A pure function of what is known, so that a schedule can be simulated and
 * a saved wait goes on as if it had not stopped.
 */
@FunctionalInterface
public interface PollSchedule {

  /**
   * The pause from an answer to the next question.
   *
   * @return zero or more; the wait never asks more often than four times a second
   */
  Duration pause(ScheduleInput moment);

  /**
   * What is known when the next question is planned.
   *
   * @param polls the questions asked so far, at least 1
   * @param elapsed the time since the wait began
   * @param age the time since the task began, as the gateway says; where it does not say, or
   *     nothing sensible, the time since the wait began
   * @param lastState the last answer; null while there was none
   * @param evidence what the progress of all answers says about the end
   * @param profile what is known about the durations of such tasks
   */
  record ScheduleInput(
      int polls,
      Duration elapsed,
      Duration age,
      @Nullable TaskState lastState,
      ProgressEvidence evidence,
      DurationProfile profile) {}

  /** Always the same pause. */
  static PollSchedule fixed(Duration pause) {
    if (pause.isNegative() || pause.isZero()) {
      throw new IllegalArgumentException("expected a positive pause, found " + pause);
    }
    return new FixedSchedule(pause);
  }

  /** As one gateway advises: every 5 s for 30 s, every 10 s to 2 min, then every 30 s. */
  static PollSchedule stepped() {
    return SteppedSchedule.INSTANCE;
  }

  /**
   * Asks often when the end is likely and seldom when it is not. What is likely comes from the
   * progress and the queue that the answers tell, and from the durations of earlier tasks of the
   * same model.
   */
  static PollSchedule adaptive() {
    return AdaptiveSchedule.INSTANCE;
  }
}
