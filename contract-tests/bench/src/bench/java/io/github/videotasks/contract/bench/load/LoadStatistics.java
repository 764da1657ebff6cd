package io.github.videotasks.contract.bench.load;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Counters of a wait strategy, updated by the strategy itself. Thread-safe. */
final class LoadStatistics {

  private final LagHistogram lags = new LagHistogram();
  private final AtomicInteger completed = new AtomicInteger();
  private final AtomicLong responses = new AtomicLong();

  /**
   * Records the lag of a poll. Not called for the first poll of a task, which is not planned.
   *
   * @param nanos how much later than planned the poll was sent, in ns
   */
  void recordLag(long nanos) {
    lags.add(nanos);
  }

  /** Records a response. */
  void recordResponse() {
    responses.incrementAndGet();
  }

  /** Records that a task was seen finished. */
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
