package io.github.videotasks.ext.polling;

import io.github.videotasks.ext.payload.TaskId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What all waits of one gateway share: the way to it, the experience, and the waits themselves. */
final class Waits {

  /**
   * Who waits for the same task in the same way shares the questions.
   *
   * @param policy without its deadline, which is each caller's own
   */
  record Key(TaskSource source, TaskId id, WaitPolicy policy) {
    static Key of(TaskSource source, TaskId id, WaitPolicy policy) {
      return new Key(source, id, policy.withDeadline(WaitPolicy.DEFAULT_DEADLINE));
    }
  }

  private final String gateway;
  private final Timekeeper timekeeper;
  private final Lane lane;
  private final Durations durations = new Durations();
  private final Map<Key, Wait> open = new ConcurrentHashMap<>();

  Waits(String gateway, Timekeeper timekeeper, LaneLimits limits) {
    this.gateway = gateway;
    this.timekeeper = timekeeper;
    lane = new Lane(timekeeper, limits);
  }

  String gateway() {
    return gateway;
  }

  Timekeeper timekeeper() {
    return timekeeper;
  }

  Lane lane() {
    return lane;
  }

  Durations durations() {
    return durations;
  }

  /** Joins a wait that is open, or begins one with what is remembered. */
  Subscription join(Key key, TaskListener listener, Span span, WaitMemory memory) {
    while (true) {
      Wait[] begun = new Wait[1];
      Wait wait =
          open.computeIfAbsent(key, any -> begun[0] = new Wait(this, key, memory, span.before()));
      Subscription subscription = new Subscription(wait, listener, span);
      if (wait.join(subscription)) {
        if (wait == begun[0]) {
          durations.began(key.id());
          wait.poll();
        }
        return subscription;
      }
      // It ended at this very moment and is about to leave the map.
      remove(key, wait);
    }
  }

  void remove(Key key, Wait wait) {
    if (open.remove(key, wait)) {
      durations.left(key.id());
    }
  }

  int count() {
    return open.size();
  }
}
