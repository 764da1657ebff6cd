package io.github.videotasks.durable;

import java.time.Duration;

/**
 * Reports problems that each poll or step may have, at most one in ten seconds, with the number of
 * those before it. Thread-safe.
 */
final class RareReports {

  private static final long INTERVAL_NANOS = Duration.ofSeconds(10).toNanos();

  private final Reports reports;
  private final DatabaseClock clock;
  private long next;
  private long suppressed;

  RareReports(Reports reports, DatabaseClock clock) {
    this.reports = reports;
    this.clock = clock;
    next = clock.nanos();
  }

  void report(String what, Throwable problem) {
    long others;
    synchronized (this) {
      long now = clock.nanos();
      if (now - next < 0) {
        suppressed++;
        return;
      }
      next = now + INTERVAL_NANOS;
      others = suppressed;
      suppressed = 0;
    }
    reports.problem(
        others == 0 ? what : what + " (and " + others + " problems before it)", problem);
  }
}
