package io.github.videotasks.spec;

import java.util.concurrent.atomic.LongAdder;

/** Counts the steps of instrumented classes, see {@link CountingClassLoader}. */
public final class StepCounter {
  private static final LongAdder STEPS = new LongAdder();

  private StepCounter() {}

  /** Counts one step. Called by instrumented code. */
  public static void count() {
    STEPS.increment();
  }

  /** Returns the steps since the last call. */
  static long reset() {
    return STEPS.sumThenReset();
  }
}
