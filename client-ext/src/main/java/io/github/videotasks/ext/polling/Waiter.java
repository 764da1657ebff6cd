package io.github.videotasks.ext.polling;

import io.github.videotasks.ext.payload.TaskId;
import io.github.videotasks.ext.payload.TaskState;
import java.util.concurrent.CompletableFuture;

/**
 * Waits for the end of tasks, any number at a time, without a thread for any of them, and learns
 * from each how long the tasks of its model take. One per gateway.
 */
public final class Waiter {

  private final TaskSource source;
  private final Timekeeper timekeeper;
  private final Durations durations;

  public Waiter(TaskSource source, Timekeeper timekeeper) {
    this(source, timekeeper, new Durations());
  }

  private Waiter(TaskSource source, Timekeeper timekeeper, Durations durations) {
    this.source = source;
    this.timekeeper = timekeeper;
    this.durations = durations;
  }

  /** Asks elsewhere, or differently, with the experience of this waiter about durations. */
  public Waiter asking(TaskSource other) {
    return new Waiter(other, timekeeper, durations);
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
    return new Wait(source, timekeeper, id, policy, listener, durations).start();
  }
}
