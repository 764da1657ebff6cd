package io.github.videotasks.cli;

/** A progress bar of ASCII characters, which every font and recording shows. */
final class Bar {
  private static final int WIDTH = 20;

  private Bar() {}

  /**
   * Returns the bar and the percentage.
   *
   * @param fraction 0 to 1; others are limited to it
   */
  static String of(double fraction) {
    double limited = Math.min(1, Math.max(0, fraction));
    int done = (int) (limited * WIDTH);
    return "[%s%s] %3d %%"
        .formatted("#".repeat(done), "-".repeat(WIDTH - done), (int) (limited * 100));
  }

  /** Returns the bar of something whose size is not known. */
  static String unknown() {
    return "[" + " ".repeat(WIDTH) + "]   ? %";
  }
}
