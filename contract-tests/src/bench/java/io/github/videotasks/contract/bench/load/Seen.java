package io.github.videotasks.contract.bench.load;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** What a way to wait did, counted by itself; any thread may count. */
final class Seen {

  private final Lags lags = new Lags();
  private final AtomicInteger ended = new AtomicInteger();
  private final AtomicLong answered = new AtomicLong();

  /** A question of a task, not its first, was asked so much later than planned. */
  void late(long nanos) {
    lags.add(nanos);
  }

  /** A question was answered. */
  void answer() {
    answered.incrementAndGet();
  }

  /** The end of a task was seen. */
  void end() {
    ended.incrementAndGet();
  }

  Lags lags() {
    return lags;
  }

  long answered() {
    return answered.get();
  }

  int ended() {
    return ended.get();
  }
}
