package io.github.videotasks.ext.polling;

import java.util.Random;

/** Distributions of the durations of simulated tasks. */
enum SimulatedDurations {
  /** As measured with real tasks, see {@code DurationProfile.UNKNOWN_MODEL}. */
  MEDIAN_246("median 246 s"),
  MEDIAN_60("median 60 s"),
  MEDIAN_2000("median 2,000 s"),
  /** One task in twenty hangs, for at most 44,110 s as the longest real task. */
  HEAVY_TAIL("heavy tail");

  private static final double SIGMA = 0.605;

  final String title;

  SimulatedDurations(String title) {
    this.title = title;
  }

  double nextSeconds(Random random) {
    double usual = StrictMath.exp(SIGMA * random.nextGaussian());
    return switch (this) {
      case MEDIAN_246 -> 246 * usual;
      case MEDIAN_60 -> 60 * usual;
      case MEDIAN_2000 -> 2_000 * usual;
      case HEAVY_TAIL ->
          random.nextInt(20) > 0
              ? 246 * usual
              : Math.min(44_110, 534 / StrictMath.pow(1 - random.nextDouble(), 1 / 1.1));
    };
  }
}
