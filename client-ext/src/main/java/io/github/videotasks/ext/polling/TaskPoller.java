package io.github.videotasks.ext.polling;

import io.github.videotasks.ext.payload.TaskId;
import io.github.videotasks.ext.payload.TaskState;
import io.github.videotasks.ext.time.Scheduler;
import java.util.concurrent.CompletableFuture;

/**
 * Waits for the end of tasks, any number at a time, without a thread for any of them. One per
 * gateway: its waits share the way to it, the questions for the same task, and the experience how
 * long the tasks of a model take.
 */
public final class TaskPoller {

  private final TaskSource source;
  private final PollLoops loops;

  /** Waits for the tasks of a source that needs no name and no limits, as in tests. */
  public TaskPoller(TaskSource source, Scheduler timekeeper) {
    this("", source, timekeeper, RateLimits.DEFAULTS);
  }

  /**
   * Waits for the tasks of a gateway.
   *
   * @param gateway its address without secrets, kept in snapshots
   */
  public TaskPoller(String gateway, TaskSource source, Scheduler timekeeper, RateLimits limits) {
    this(source, new PollLoops(gateway, timekeeper, limits));
  }

  private TaskPoller(TaskSource source, PollLoops waits) {
    this.source = source;
    this.loops = waits;
  }

  /** The same gateway, asked in another way. Equal sources share questions. */
  public TaskPoller withSource(TaskSource other) {
    return new TaskPoller(other, loops);
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
    return loops.attach(
        PollLoops.PollLoopKey.of(source, id, policy),
        listener,
        WaitWindow.startingAt(loops.scheduler().now(), policy.deadline()),
        PollHistory.EMPTY);
  }

  /**
   * Goes on with a wait of another process: attempts and deadline are those of the snapshot. A task
   * whose deadline has passed meanwhile is asked for once more.
   *
   * @param policy how to go on; its deadline does not count
   * @throws IllegalArgumentException if the snapshot is of another gateway
   */
  public TaskWatch resume(WaitSnapshot snapshot, WaitPolicy policy, TaskListener listener) {
    if (!snapshot.gateway().equals(loops.gateway())) {
      throw new IllegalArgumentException(
          "wait snapshot of task %s: expected the gateway %s, found %s; resume it with a client of that gateway"
              .formatted(snapshot.id(), loops.gateway(), snapshot.gateway()));
    }
    return loops.attach(
        PollLoops.PollLoopKey.of(source, snapshot.id(), policy),
        listener,
        WaitWindow.resumed(snapshot, loops.scheduler().now()),
        snapshot.history());
  }

  /** Asks nothing any more. The waits stay open until they are ended or reach their deadline. */
  public void stop() {
    loops.rateLimiter().stop();
  }

  /** The waits that are open; several callers who share their questions count once. */
  public int openLoops() {
    return loops.size();
  }

  /** The questions that are under way or wait for their turn. */
  public int pendingPolls() {
    return loops.rateLimiter().pendingPolls();
  }
}
