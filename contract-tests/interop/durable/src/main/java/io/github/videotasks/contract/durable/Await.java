package io.github.videotasks.contract.durable;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for a condition of other processes, and fails after a bound. */
final class Await {

  private static final long INTERVAL_MILLIS = 10;

  private Await() {}

  /**
   * Returns when the condition holds.
   *
   * @param what the condition in words, for the message of the failure
   */
  static void until(String what, Duration bound, BooleanSupplier condition)
      throws InterruptedException {
    long start = System.nanoTime();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - start > bound.toNanos()) {
        throw new IllegalStateException(
            "expected %s within %d s, found that it did not happen"
                .formatted(what, bound.toSeconds()));
      }
      Thread.sleep(INTERVAL_MILLIS);
    }
  }
}
