package io.github.videotasks.ext.polling;

import io.github.videotasks.ext.payload.TaskId;
import io.github.videotasks.ext.schedule.DurationStatistics;
import io.github.videotasks.ext.time.Scheduler;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What all waits of one gateway share: the way to it, the experience, and the waits themselves. */
final class PollLoops {

  /**
   * Who waits for the same task in the same way shares the questions.
   *
   * @param policy without its deadline, which is each caller's own
   */
  record PollLoopKey(TaskSource source, TaskId id, WaitPolicy policy) {
    static PollLoopKey of(TaskSource source, TaskId id, WaitPolicy policy) {
      return new PollLoopKey(source, id, policy.withDeadline(WaitPolicy.DEFAULT_DEADLINE));
    }
  }

  private final String gateway;
  private final Scheduler scheduler;
  private final GatewayRateLimiter rateLimiter;
  private final DurationStatistics durationStatistics = new DurationStatistics();
  private final Map<PollLoopKey, PollLoop> loops = new ConcurrentHashMap<>();

  PollLoops(String gateway, Scheduler timekeeper, RateLimits limits) {
    this.gateway = gateway;
    this.scheduler = timekeeper;
    rateLimiter = new GatewayRateLimiter(timekeeper, limits);
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

  DurationStatistics durationStatistics() {
    return durationStatistics;
  }

  /** Joins a wait that is open, or begins one with what is remembered. */
  PollLoopWatch attach(
      PollLoopKey key, TaskListener listener, WaitWindow span, PollHistory memory) {
    while (true) {
      PollLoop[] begun = new PollLoop[1];
      PollLoop wait =
          loops.computeIfAbsent(
              key, any -> begun[0] = new PollLoop(this, key, memory, span.elapsedBefore()));
      PollLoopWatch subscription = new PollLoopWatch(wait, listener, span);
      if (wait.attach(subscription)) {
        if (wait == begun[0]) {
          durationStatistics.taskStarted(key.id());
          wait.poll();
        }
        return subscription;
      }
      // It ended at this very moment and is about to leave the map.
      remove(key, wait);
    }
  }

  void remove(PollLoopKey key, PollLoop wait) {
    if (loops.remove(key, wait)) {
      durationStatistics.taskEnded(key.id());
    }
  }

  int size() {
    return loops.size();
  }
}
