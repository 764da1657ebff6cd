package io.github.videotasks.contract.bench.load;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

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

  /** Histogram of poll lag: how much later than planned polls were sent, in ms. Thread-safe. */
  static final class LagHistogram {

    private static final int MAX_MS = 120_000;

    private final AtomicLongArray counts = new AtomicLongArray(MAX_MS);
    private final AtomicLong total = new AtomicLong();

    void add(long nanos) {
      int ms = (int) Math.max(0, Math.min(MAX_MS - 1, nanos / 1_000_000));
      counts.incrementAndGet(ms);
      total.incrementAndGet();
    }

    long count() {
      return total.get();
    }

    /**
     * Returns a percentile in ms.
     *
     * @param fraction 0-1
     */
    long percentile(double fraction) {
      long rest = (long) Math.ceil(total.get() * fraction);
      for (int ms = 0; ms < MAX_MS; ms++) {
        rest -= counts.get(ms);
        if (rest <= 0) {
          return ms;
        }
      }
      return MAX_MS;
    }
  }
}
