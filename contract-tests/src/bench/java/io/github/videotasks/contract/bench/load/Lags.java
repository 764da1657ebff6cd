package io.github.videotasks.contract.bench.load;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/** How much later than planned questions were asked, to the millisecond. */
final class Lags {

  private static final int MOST_MS = 120_000;

  private final AtomicLongArray counts = new AtomicLongArray(MOST_MS);
  private final AtomicLong all = new AtomicLong();

  void add(long nanos) {
    int ms = (int) Math.max(0, Math.min(MOST_MS - 1, nanos / 1_000_000));
    counts.incrementAndGet(ms);
    all.incrementAndGet();
  }

  long count() {
    return all.get();
  }

  /** In milliseconds. */
  long percentile(double part) {
    long rest = (long) Math.ceil(all.get() * part);
    for (int ms = 0; ms < MOST_MS; ms++) {
      rest -= counts.get(ms);
      if (rest <= 0) {
        return ms;
      }
    }
    return MOST_MS;
  }
}
