package io.github.videotasks.ext.events;

import io.github.videotasks.ext.payload.Stage;
import io.github.videotasks.ext.payload.TaskId;
import io.github.videotasks.ext.payload.TaskState;
import io.github.videotasks.ext.polling.WaitTimeoutException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Event of one task of many. The permitted subtypes do not change within a major version, so a
 * {@code switch} over them needs no default.
 */
public sealed interface TaskEvent {

  /** {@return the id of the task} */
  TaskId id();

  /**
   * The stage of a task that has not ended has changed since the last event of this type.
   *
   * @param previousStage the previous stage; null for the first response
   * @param state the new state
   */
  record StageChanged(@Nullable Stage previousStage, TaskState state) implements TaskEvent {
    @Override
    public TaskId id() {
      return state.id();
    }
  }

  /**
   * The stage went back from RUNNING to QUEUED, or the progress decreased. The wait continues.
   *
   * @param before the previous state
   * @param state the new state
   */
  record Regressed(TaskState before, TaskState state) implements TaskEvent {
    @Override
    public TaskId id() {
      return state.id();
    }
  }

  /**
   * Nothing has changed for {@link io.github.videotasks.ext.polling.WaitPolicy#stallAfter}. The
   * wait continues.
   *
   * @param state the last state
   * @param unchanged the time since the last change
   */
  record Stalled(TaskState state, Duration unchanged) implements TaskEvent {
    @Override
    public TaskId id() {
      return state.id();
    }
  }

  /**
   * The task has succeeded, failed or been cancelled, see its stage. The last event of the task.
   *
   * @param state the last response; its stage is terminal
   */
  record Ended(TaskState state) implements TaskEvent {
    @Override
    public TaskId id() {
      return state.id();
    }
  }

  /**
   * The wait has ended although the task has not. The last event of the task; the waits for the
   * other tasks go on.
   *
   * @param id the task
   * @param error the error that ended the wait, such as a {@link WaitTimeoutException}
   */
  record Failed(TaskId id, Throwable error) implements TaskEvent {}
}
