package io.github.videotasks.ext.download;

/** Counts failures in a row that bring no new byte. */
final class FailureBudget {

  private final int maxFailures;
  private long highestPosition;
  private int failures;

  /**
   * Begins to count.
   *
   * @param most how many are borne
   * @param bytes what is there already
   */
  FailureBudget(int most, long bytes) {
    this.maxFailures = most;
    highestPosition = bytes;
  }

  /**
   * Counts one. Only bytes beyond the farthest so far are progress: a file that changes again and
   * again brings none.
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
