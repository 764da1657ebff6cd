package io.github.videotasks.ext.download;

/** Counts consecutive failures without a new byte, up to a limit. */
final class FailureBudget {

  private final int maxFailures;
  private long highestPosition;
  private int failures;

  /**
   * Creates a budget without failures.
   *
   * @param maxFailures the number of failures that are tolerated
   * @param bytes the number of bytes already stored
   */
  FailureBudget(int maxFailures, long bytes) {
    this.maxFailures = maxFailures;
    highestPosition = bytes;
  }

  /**
   * Records a failure. Only bytes beyond the highest position so far count as progress, so that a
   * file that changes at its source again and again exhausts the budget.
   */
  void recordFailure(long bytes) {
    failures = bytes > highestPosition ? 1 : failures + 1;
    highestPosition = Math.max(highestPosition, bytes);
  }

  boolean isExhausted() {
    return failures > maxFailures;
  }

  int failures() {
    return failures;
  }
}
