package io.github.videotasks.contract.durable;

import io.github.videotasks.durable.DurableWaitsListener;
import java.time.Duration;

/** Counts what a node does, and the lateness of its polls in a histogram of 5 ms. */
final class NodeStatistics implements DurableWaitsListener {

  private static final int STEP_MILLIS = 5;
  private static final int STEPS = 4_000;

  private final long[] lateness = new long[STEPS];
  private long polls;
  private long ended;
  private long parked;
  private long stale;
  private long takeovers;
  private long problems;

  @Override
  public synchronized void onBatch(BatchReport report) {
    polls += report.late().size();
    ended += report.ended();
    parked += report.parked();
    stale += report.stale();
    for (Duration late : report.late()) {
      long step = late.toMillis() / STEP_MILLIS;
      lateness[(int) Math.max(0, Math.min(STEPS - 1L, step))]++;
    }
  }

  @Override
  public synchronized void onTakeover(int bucket, String lostNode) {
    takeovers++;
  }

  @Override
  public synchronized void onProblem(String what, Throwable problem) {
    problems++;
  }

  synchronized long polls() {
    return polls;
  }

  /** Returns the counts since the start as one line. */
  synchronized String takeLine() {
    return "polls=%d ended=%d parked=%d stale=%d takeovers=%d problems=%d p50=%d p99=%d"
        .formatted(
            polls, ended, parked, stale, takeovers, problems, percentile(0.5), percentile(0.99));
  }

  private long percentile(double part) {
    long all = 0;
    for (long count : lateness) {
      all += count;
    }
    long below = 0;
    for (int i = 0; i < STEPS; i++) {
      below += lateness[i];
      if (below >= all * part) {
        return (long) (i + 1) * STEP_MILLIS;
      }
    }
    return (long) STEPS * STEP_MILLIS;
  }
}
