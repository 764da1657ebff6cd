package io.github.videotasks.ext.polling;

import io.github.videotasks.ext.payload.TaskId;
import io.github.videotasks.ext.payload.TaskState;
import java.util.concurrent.CompletableFuture;

/** Waits for the end of tasks, any number at a time, without a thread for any of them. */
public final class Waiter {

  private final TaskSource source;
  private final Timekeeper timekeeper;

  public Waiter(TaskSource source, Timekeeper timekeeper) {
    this.source = source;
    this.timekeeper = timekeeper;
  }

  /**
   * Asks until the task has ended, at once for the first time.
   *
   * @return the last answer, whose stage {@linkplain
   *     io.github.videotasks.ext.payload.Stage#isTerminal is terminal}; or a {@link
   *     WaitTimeoutException} at the deadline, or the error that ended the wait. Cancelling it ends
   *     the wait and aborts the request in flight.
   */
  public CompletableFuture<TaskState> await(TaskId id, WaitPolicy policy, TaskListener listener) {
    return new Wait(source, timekeeper, id, policy, listener).start();
  }
}
