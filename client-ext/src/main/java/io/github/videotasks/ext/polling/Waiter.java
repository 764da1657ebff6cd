package io.github.videotasks.ext.polling;

import io.github.videotasks.ext.payload.TaskId;
import io.github.videotasks.ext.payload.TaskState;
import java.util.concurrent.CompletableFuture;

/**
 * Waits for the end of tasks, any number at a time, without a thread for any of them. One per
 * gateway: its waits share the way to it, the questions for the same task, and the experience how
 * long the tasks of a model take.
 */
public final class Waiter {

  private final TaskSource source;
  private final Waits waits;

  /** Waits for the tasks of a source that needs no name and no limits, as in tests. */
  public Waiter(TaskSource source, Timekeeper timekeeper) {
    this("", source, timekeeper, LaneLimits.DEFAULTS);
  }

  /**
   * Waits for the tasks of a gateway.
   *
   * @param gateway its address without secrets, kept in snapshots
   */
  public Waiter(String gateway, TaskSource source, Timekeeper timekeeper, LaneLimits limits) {
    this(source, new Waits(gateway, timekeeper, limits));
  }

  private Waiter(TaskSource source, Waits waits) {
    this.source = source;
    this.waits = waits;
  }

  /** The same gateway, asked in another way. Equal sources share questions. */
  public Waiter asking(TaskSource other) {
    return new Waiter(other, waits);
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
    return watch(id, policy, listener).result();
  }

  /** As {@link #await}, with more to ask for while it goes on. */
  public TaskWatch watch(TaskId id, WaitPolicy policy, TaskListener listener) {
    return waits.join(
        Waits.Key.of(source, id, policy),
        listener,
        Span.from(waits.timekeeper().now(), policy.deadline()),
        WaitMemory.START);
  }

  /**
   * Goes on with a wait of another process: attempts and deadline are those of the snapshot. A task
   * whose deadline has passed meanwhile is asked for once more.
   *
   * @param policy how to go on; its deadline does not count
   * @throws IllegalArgumentException if the snapshot is of another gateway
   */
  public TaskWatch resume(WaitSnapshot snapshot, WaitPolicy policy, TaskListener listener) {
    if (!snapshot.gateway().equals(waits.gateway())) {
      throw new IllegalArgumentException(
          "wait snapshot of task %s: expected the gateway %s, found %s; resume it with a client of that gateway"
              .formatted(snapshot.id(), waits.gateway(), snapshot.gateway()));
    }
    return waits.join(
        Waits.Key.of(source, snapshot.id(), policy),
        listener,
        Span.resumed(snapshot, waits.timekeeper().now()),
        snapshot.memory());
  }

  /** Asks nothing any more. The waits stay open until they are ended or reach their deadline. */
  public void stop() {
    waits.lane().stop();
  }

  /** The waits that are open; several callers who share their questions count once. */
  public int openWaits() {
    return waits.count();
  }

  /** The questions that are under way or wait for their turn. */
  public int openQuestions() {
    return waits.lane().open();
  }
}
