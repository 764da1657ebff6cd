package io.github.videotasks.ext.polling;

import io.github.videotasks.ext.payload.TaskState;
import java.time.Duration;

/**
 * Listener for the progress of one wait. Its methods are called one at a time and in order, on the
 * {@linkplain io.github.videotasks.ext.VideoTasksBuilder#callbackExecutor callback executor} or on
 * the thread that blocks on the result. A slow method delays neither polls nor the deadline: at
 * most 64 changes are pending and the oldest is dropped, of snapshots only the newest is kept. The
 * dependent stages of the result run after it. An exception thrown by a method ends the wait of
 * this caller and completes its result exceptionally; a method that blocks on the result of its own
 * wait gets an {@link IllegalStateException}.
 */
@FunctionalInterface
public interface TaskListener {

  /**
   * Called for the first response, and for each one that differs from the previous one in stage,
   * status value or progress.
   *
   * @param state the new state
   */
  void onChange(TaskState state);

  /**
   * Called after {@link #onChange} if the stage went back from RUNNING to QUEUED, or the progress
   * decreased. The wait continues. Does nothing by default.
   *
   * @param before the previous state, {@linkplain TaskState#withoutBody without its response}
   * @param now the new state
   */
  default void onRegression(TaskState before, TaskState now) {}

  /**
   * Called once when nothing has changed for {@link WaitPolicy#stallAfter}, and again only after
   * another change and stall. The wait continues. Does nothing by default.
   *
   * @param state the last state
   * @param unchanged the time since the last change
   */
  default void onStall(TaskState state, Duration unchanged) {}

  /**
   * Called after each poll after which the wait continues, also after a tolerated error. Store the
   * snapshot to resume the wait in another process; it is serialized only by {@link
   * WaitSnapshot#toJson}. Does nothing by default.
   *
   * @param snapshot the state of the wait after the poll
   */
  default void onPoll(WaitSnapshot snapshot) {}

  /** {@return a listener that does nothing} */
  static TaskListener none() {
    return state -> {};
  }
}
