package io.github.videotasks.ext.events;

import io.github.videotasks.ext.payload.Stage;
import io.github.videotasks.ext.payload.TaskId;
import io.github.videotasks.ext.payload.TaskState;
import io.github.videotasks.ext.polling.WaitTimeoutException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Something that happened to one of many tasks. The forms are fixed for a major version. */
public sealed interface TaskEvent {

  TaskId id();

  /**
   * A task that goes on is in another stage than the last that was told.
   *
   * @param previousStage that stage; null for the first answer
   */
  record StageChanged(@Nullable Stage previousStage, TaskState state) implements TaskEvent {
    @Override
    public TaskId id() {
      return state.id();
    }
  }

  /** The stage went back to QUEUED, or the progress became less. */
  record Regressed(TaskState before, TaskState state) implements TaskEvent {
    @Override
    public TaskId id() {
      return state.id();
    }
  }

  /** Nothing has changed for the time that the policy calls a stall. */
  record Stalled(TaskState state, Duration unchanged) implements TaskEvent {
    @Override
    public TaskId id() {
      return state.id();
    }
  }

  /** The task has ended, see its stage. The last event of this task. */
  record Ended(TaskState state) implements TaskEvent {
    @Override
    public TaskId id() {
      return state.id();
    }
  }

  /**
   * The wait for the task has ended without its end. The last event of this task; the others go on.
   *
   * @param error such as a {@link WaitTimeoutException}
   */
  record Failed(TaskId id, Throwable error) implements TaskEvent {}
}
