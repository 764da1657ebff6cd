package io.github.videotasks.ext.polling;

import io.github.videotasks.ext.payload.TaskId;
import io.github.videotasks.ext.payload.TaskState;
import java.util.concurrent.CompletableFuture;

/** A wait that goes on. */
public interface TaskWatch {

  TaskId id();

  /**
   * The end of it: the last answer, whose stage is terminal, or the error that ended the wait.
   * Cancelling it ends the wait and aborts the request in flight, unless others wait for the same
   * task.
   */
  CompletableFuture<TaskState> result();

  /** What is needed to go on in another process; at any time, also after the end. */
  WaitSnapshot snapshot();

  /** What happened so far. */
  Timeline timeline();

  /** A wait that could not begin: it has no memory. */
  static TaskWatch failed(TaskId id, CompletableFuture<TaskState> error) {
    return new FailedTaskWatch(id, error);
  }
}
