package io.github.videotasks.ext.polling;

import io.github.videotasks.ext.payload.TaskId;
import io.github.videotasks.ext.payload.TaskState;
import io.github.videotasks.ext.time.Scheduler;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * Polls tasks until they end, any number at a time, without a thread per task. There is one for
 * each gateway: its waits share the rate limiter, the polls for the same task, and the statistics
 * of how long the tasks of a model take.
 */
public final class TaskPoller {

  private final TaskSource source;
  private final PollLoops loops;

  /**
   * Creates a poller for a source without a name, with the default limits, as in tests.
   *
   * @param source returns the responses
   * @param scheduler the clock and the timer
   */
  public TaskPoller(TaskSource source, Scheduler scheduler) {
    this("", source, scheduler, RateLimits.DEFAULTS);
  }

  /**
   * Creates a poller for a gateway whose custom schedules run on the thread of the response.
   *
   * @param gateway the base URL without secrets; it is stored in snapshots
   * @param source returns the responses
   * @param scheduler the clock and the timer
   * @param limits the limits for all polls together
   */
  public TaskPoller(String gateway, TaskSource source, Scheduler scheduler, RateLimits limits) {
    this(gateway, source, scheduler, limits, Runnable::run);
  }

  /**
   * Creates a poller for a gateway.
   *
   * @param gateway the base URL without secrets; it is stored in snapshots
   * @param source returns the responses
   * @param scheduler the clock and the timer
   * @param limits the limits for all polls together
   * @param callbacks runs the schedules of callers, which may block
   */
  public TaskPoller(
      String gateway,
      TaskSource source,
      Scheduler scheduler,
      RateLimits limits,
      Executor callbacks) {
    this(source, new PollLoops(gateway, scheduler, limits, callbacks));
  }

  private TaskPoller(TaskSource source, PollLoops loops) {
    this.source = source;
    this.loops = loops;
  }

  /**
   * {@return a poller that shares everything with this one except the source}
   *
   * @param other the source to poll; waits with equal sources share their polls
   */
  public TaskPoller withSource(TaskSource other) {
    return new TaskPoller(other, loops);
  }

  /**
   * Polls until the task has ended. The first poll is sent at once.
   *
   * @param id the task
   * @param policy the limits and the schedule
   * @param listener is notified of changes
   * @return the last response, whose stage {@linkplain
   *     io.github.videotasks.ext.payload.Stage#isTerminal is terminal}; or a {@link
   *     WaitTimeoutException} at the deadline, or the error that ended the wait. Cancelling it ends
   *     the wait and aborts the request in flight.
   */
  public CompletableFuture<TaskState> await(TaskId id, WaitPolicy policy, TaskListener listener) {
    return watch(id, policy, listener).result();
  }

  /**
   * Polls as {@link #await}, and returns a handle with the result, the timeline and a snapshot.
   *
   * @param id the task
   * @param policy the limits and the schedule
   * @param listener is notified of changes
   * @return the wait; cancelling its {@link TaskWatch#result} ends it
   */
  public TaskWatch watch(TaskId id, WaitPolicy policy, TaskListener listener) {
    return loops.attach(
        new PollLoops.PollLoopKey(source, id, loops.keyPolicy(policy)),
        listener,
        WaitWindow.startingAt(loops.scheduler().now(), policy.deadline()),
        PollHistory.EMPTY);
  }

  /**
   * Resumes a wait of another process with the attempts and the deadline of its snapshot. If the
   * deadline has passed meanwhile, the task is polled for 30 s more, because it may have ended. The
   * polls of the other process count as a response of the gateway, and the time without any process
   * does not count as an outage: the whole {@link WaitPolicy#outageTolerance} is counted from the
   * first poll.
   *
   * @param snapshot the state of the wait in the other process
   * @param policy the limits and the schedule; its deadline is ignored
   * @param listener is notified of changes
   * @return the wait, with the timeline of the snapshot continued
   * @throws IllegalArgumentException if the snapshot is of another gateway
   */
  public TaskWatch resume(WaitSnapshot snapshot, WaitPolicy policy, TaskListener listener) {
    if (!snapshot.gateway().equals(loops.gateway())) {
      throw new IllegalArgumentException(
          "wait snapshot of task %s: expected the gateway %s, found %s; resume it with a client of that gateway"
              .formatted(snapshot.id(), loops.gateway(), snapshot.gateway()));
    }
    if (snapshot.history().polls() > 0) {
      loops.recordGatewayResponse();
    }
    return loops.attach(
        new PollLoops.PollLoopKey(source, snapshot.id(), loops.keyPolicy(policy)),
        listener,
        WaitWindow.resumed(snapshot, loops.scheduler().now()),
        snapshot.history().resumed());
  }

  /**
   * Records that the gateway has sent a readable response to another request of the client. From
   * then on waits tolerate {@link WaitPolicy#outageTolerance}.
   */
  public void recordGatewayResponse() {
    loops.recordGatewayResponse();
  }

  /** Starts no more polls. Waits stay open until they are cancelled or reach their deadline. */
  public void stop() {
    loops.rateLimiter().stop();
  }

  /** {@return the number of open poll loops; callers that share a loop count once} */
  public int openLoops() {
    return loops.size();
  }

  /** {@return the number of polls that are in flight or queued} */
  public int pendingPolls() {
    return loops.rateLimiter().pendingPolls();
  }
}
