package io.github.videotasks.cli;

import java.time.Duration;

/** Durations as people read them: {@code 0:07}, {@code 12:30}, {@code 1:02:03}. */
final class ShortTime {
  private ShortTime() {}

  /** Returns minutes and seconds, and hours if there are any; zero for a negative duration. */
  static String of(Duration duration) {
    long seconds = Math.max(0, duration.toSeconds());
    return seconds < 3_600
        ? "%d:%02d".formatted(seconds / 60, seconds % 60)
        : "%d:%02d:%02d".formatted(seconds / 3_600, seconds / 60 % 60, seconds % 60);
  }
}
