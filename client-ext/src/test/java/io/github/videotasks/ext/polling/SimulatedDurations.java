package io.github.videotasks.ext.polling;

import java.util.Random;

/** How long simulated tasks take, in seconds. */
enum SimulatedDurations {
  /** As measured from real tasks, see the profile of an unknown model. */
  MEDIAN_246("median 246 s"),
  MEDIAN_60("median 60 s"),
  MEDIAN_2000("median 2,000 s"),
  /** One task in twenty hangs, the longest for 44,110 s, as the longest one of the real tasks. */
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
