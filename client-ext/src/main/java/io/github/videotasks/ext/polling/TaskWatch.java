package io.github.videotasks.ext.polling;

import io.github.videotasks.ext.payload.TaskId;
import io.github.videotasks.ext.payload.TaskState;
import java.util.concurrent.CompletableFuture;

/** A wait of one caller: its result, its timeline and its current state. Thread-safe. */
public interface TaskWatch {

  /** {@return the id of the task} */
  TaskId id();

  /**
   * Returns the result of the wait: the last response, whose stage is terminal. Completes
   * exceptionally with a {@link WaitTimeoutException} at the deadline, or with the error that ended
   * the wait; either one reports the polls, the elapsed time, the last response and the stages of
   * the wait.
   *
   * @return the same future on each call; cancelling it ends the wait and aborts the request in
   *     flight, unless other callers wait for the same task
   */
  CompletableFuture<TaskState> result();

  /**
   * {@return the current state of the wait, from which another process can resume it} Can be called
   * at any time, also after the end.
   *
   * @throws IllegalStateException if the wait failed to start, for example because the client is
   *     closed
   */
  WaitSnapshot snapshot();

  /** {@return the polls and stages so far; empty if the wait failed to start} */
  Timeline timeline();

  /**
   * {@return a wait that failed to start}
   *
   * @param id the task
   * @param error a future that has completed exceptionally
   */
  static TaskWatch failed(TaskId id, CompletableFuture<TaskState> error) {
    return new FailedTaskWatch(id, error);
  }
}
