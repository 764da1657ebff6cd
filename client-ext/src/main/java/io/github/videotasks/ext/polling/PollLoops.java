package io.github.videotasks.ext.polling;

import io.github.videotasks.ext.payload.TaskId;
import io.github.videotasks.ext.schedule.DurationStatistics;
import io.github.videotasks.ext.schedule.PollSchedule;
import io.github.videotasks.ext.time.Scheduler;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/**
 * The poll loops of one gateway, one for each task and policy, with what they share: the rate
 * limiter and the statistics of durations.
 */
final class PollLoops {

  /**
   * Identifies a loop: callers with an equal key share its polls.
   *
   * @param policy with the default deadline instead of its own, because each caller has its own
   */
  record PollLoopKey(TaskSource source, TaskId id, WaitPolicy policy) {}

  private final String gateway;
  private final Scheduler scheduler;
  private final GatewayRateLimiter rateLimiter;
  private final DurationStatistics durationStatistics = new DurationStatistics();
  private final Map<PollLoopKey, PollLoop> loops = new ConcurrentHashMap<>();
  private final Executor callbacks;
  private final RecentResponses recentResponses =
      new RecentResponses(WaitPolicy.MAX_KEPT_RESPONSES);
  private volatile WaitPolicy keyPolicy = WaitPolicy.defaults();
  private volatile boolean gatewayResponded;

  PollLoops(String gateway, Scheduler scheduler, RateLimits limits, Executor callbacks) {
    this.callbacks = callbacks;
    this.gateway = gateway;
    this.scheduler = scheduler;
    rateLimiter = new GatewayRateLimiter(scheduler, limits);
  }

  String gateway() {
    return gateway;
  }

  Scheduler scheduler() {
    return scheduler;
  }

  GatewayRateLimiter rateLimiter() {
    return rateLimiter;
  }

  RecentResponses recentResponses() {
    return recentResponses;
  }

  /**
   * Returns the policy of the key of a wait. Waits have few policies, and often the same one after
   * another, which then exists once in memory.
   */
  WaitPolicy keyPolicy(WaitPolicy policy) {
    WaitPolicy wanted = policy.withDeadline(WaitPolicy.DEFAULT_DEADLINE);
    WaitPolicy last = keyPolicy;
    if (last.equals(wanted)) {
      return last;
    }
    keyPolicy = wanted;
    return wanted;
  }

  /** Returns the executor of decisions with a schedule: that of a caller may block. */
  Executor decisionExecutor(PollSchedule schedule) {
    boolean builtIn =
        schedule.getClass().getPackageName().equals(PollSchedule.class.getPackageName());
    return builtIn ? Runnable::run : callbacks;
  }

  DurationStatistics durationStatistics() {
    return durationStatistics;
  }

  /** Whether the client has had a readable response from the gateway, to whatever request. */
  boolean hasGatewayResponded() {
    return gatewayResponded;
  }

  void recordGatewayResponse() {
    gatewayResponded = true;
  }

  /** Attaches a caller to the open loop with this key, or to a new one with this history. */
  PollLoopWatch attach(
      PollLoopKey key, TaskListener listener, WaitWindow window, PollHistory history) {
    while (true) {
      PollLoop[] created = new PollLoop[1];
      PollLoop loop =
          loops.computeIfAbsent(key, any -> created[0] = new PollLoop(this, key, window, history));
      PollLoopWatch watch = new PollLoopWatch(loop, listener, window);
      if (loop.attach(watch)) {
        if (loop == created[0]) {
          durationStatistics.taskStarted(key.id());
          loop.poll();
        }
        return watch;
      }
      // The loop has just ended, but is still in the map.
      remove(key, loop);
    }
  }

  void remove(PollLoopKey key, PollLoop loop) {
    recentResponses.remove(loop);
    if (loops.remove(key, loop)) {
      durationStatistics.taskEnded(key.id());
    }
  }

  int size() {
    return loops.size();
  }
}
