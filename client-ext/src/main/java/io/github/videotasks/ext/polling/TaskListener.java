package io.github.videotasks.ext.polling;

import io.github.videotasks.ext.payload.TaskState;
import java.time.Duration;

/**
 * Hears how a task goes on: one call at a time, on the thread of the answer, so a call that takes
 * long delays what follows. An exception ends the wait with it.
 */
@FunctionalInterface
public interface TaskListener {

  /**
   * Called with the first answer and with each that differs from the one before in stage, status
   * word or progress.
   */
  void onChange(TaskState state);

  /**
   * Called after {@link #onChange} if the stage went back to QUEUED or the progress became less.
   */
  default void onRegression(TaskState before, TaskState now) {}

  /**
   * Called once when nothing has changed for the time that the policy calls a stall, and again
   * after the next change. The wait goes on.
   */
  default void onStall(TaskState state, Duration unchanged) {}

  /**
   * Called after each question that leaves the wait open, with all that is needed to go on
   * elsewhere. Nothing is written before {@link WaitSnapshot#toJson}.
   */
  default void onPoll(WaitSnapshot snapshot) {}

  /** Hears nothing. */
  static TaskListener none() {
    return state -> {};
  }
}
