package io.github.videotasks.contract.durable;

import io.github.videotasks.durable.DurableWaitsListener;
import java.time.Duration;
import java.util.function.Consumer;

/** Counts what a node does, and the lateness of its polls in a histogram of 5 ms. */
final class NodeStatistics implements DurableWaitsListener {

  /** The begin of a line about a problem. */
  static final String PROBLEM = "problem: ";

  private static final int STEP_MILLIS = 5;
  private static final int STEPS = 4_000;
  private static final int LINES_PER_WINDOW = 30;

  private final Consumer<String> output;
  private final long[] lateness = new long[STEPS];
  private long[] window = new long[STEPS];
  private long windowP99;
  private long lines;
  private long polls;
  private long ended;
  private long parked;
  private long stale;
  private long takeovers;
  private long problems;

  NodeStatistics() {
    this(line -> {});
  }

  /**
   * Creates one that prints problems.
   *
   * @param output gets a line for each problem
   */
  NodeStatistics(Consumer<String> output) {
    this.output = output;
  }

  @Override
  public synchronized void onBatch(BatchReport report) {
    polls += report.late().size();
    ended += report.ended();
    parked += report.parked();
    stale += report.stale();
    for (Duration late : report.late()) {
      long step = late.toMillis() / STEP_MILLIS;
      int index = (int) Math.max(0, Math.min(STEPS - 1L, step));
      lateness[index]++;
      window[index]++;
    }
  }

  @Override
  public synchronized void onTakeover(int bucket, String lostNode) {
    takeovers++;
  }

  @Override
  public synchronized void onProblem(String what, Throwable problem) {
    problems++;
    output.accept(PROBLEM + (what + ": " + problem).replaceAll("\\s+", " "));
  }

  synchronized long polls() {
    return polls;
  }

  /** Returns the counts since the start, and the p99 of the last 30 lines, as one line. */
  synchronized String takeLine() {
    if (++lines % LINES_PER_WINDOW == 0) {
      windowP99 = percentile(window, 0.99);
      window = new long[STEPS];
    }
    return "polls=%d ended=%d parked=%d stale=%d takeovers=%d problems=%d p50=%d p99=%d recent=%d"
        .formatted(
            polls,
            ended,
            parked,
            stale,
            takeovers,
            problems,
            percentile(lateness, 0.5),
            percentile(lateness, 0.99),
            windowP99);
  }

  private static long percentile(long[] histogram, double part) {
    long all = 0;
    for (long count : histogram) {
      all += count;
    }
    long below = 0;
    for (int i = 0; i < STEPS; i++) {
      below += histogram[i];
      if (below >= all * part) {
        return (long) (i + 1) * STEP_MILLIS;
      }
    }
    return (long) STEPS * STEP_MILLIS;
  }
}
