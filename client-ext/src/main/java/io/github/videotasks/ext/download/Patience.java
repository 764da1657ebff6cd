package io.github.videotasks.ext.download;

/** Counts failures in a row that bring no new byte. */
final class Patience {

  private final int most;
  private long farthest;
  private int failures;

  /**
   * Begins to count.
   *
   * @param most how many are borne
   * @param bytes what is there already
   */
  Patience(int most, long bytes) {
    this.most = most;
    farthest = bytes;
  }

  /**
   * Counts one. Only bytes beyond the farthest so far are progress: a file that changes again and
   * again brings none.
   */
  void failedAt(long bytes) {
    failures = bytes > farthest ? 1 : failures + 1;
    farthest = Math.max(farthest, bytes);
  }

  boolean isOver() {
    return failures > most;
  }

  int failures() {
    return failures;
  }
}
