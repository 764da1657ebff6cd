package io.github.videotasks.contract.bench.load;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** What a way to wait did, counted by itself; any thread may count. */
final class LoadStatistics {

  private final LagHistogram lags = new LagHistogram();
  private final AtomicInteger completed = new AtomicInteger();
  private final AtomicLong responses = new AtomicLong();

  /** A question of a task, not its first, was asked so much later than planned. */
  void recordLag(long nanos) {
    lags.add(nanos);
  }

  /** A question was answered. */
  void recordResponse() {
    responses.incrementAndGet();
  }

  /** The end of a task was seen. */
  void recordCompletion() {
    completed.incrementAndGet();
  }

  LagHistogram lags() {
    return lags;
  }

  long responses() {
    return responses.get();
  }

  int completed() {
    return completed.get();
  }
}
