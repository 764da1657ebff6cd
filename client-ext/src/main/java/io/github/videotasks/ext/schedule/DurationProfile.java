package io.github.videotasks.ext.schedule;

/**
 * How long the tasks of one model take, as far as it is known: a log-normal distribution, because
 * real tasks fit one.
 *
 * @param mu the mean of the natural logarithm of the duration in seconds
 * @param sigma the spread of that logarithm, positive
 * @param sampleSize the number of ended tasks from which it was learned, from 0 on; not whole if
 *     some count in part
 */
public record DurationProfile(double mu, double sigma, double sampleSize) {

  /** From 401 tasks of one client's public log: median 246 s, 90th percentile 534 s. */
  public static final DurationProfile UNKNOWN_MODEL =
      new DurationProfile(StrictMath.log(246), 0.605, 0);

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if mu is no number, sigma is not positive or tasks is negative
   */
  public DurationProfile {
    if (!Double.isFinite(mu) || !Double.isFinite(sigma) || sigma <= 0 || !(sampleSize >= 0)) {
      throw new IllegalArgumentException(
          "expected a finite mu, a positive sigma and tasks from 0 on, found %s, %s and %s"
              .formatted(mu, sigma, sampleSize));
    }
  }

  /** How little is known: 1 for a model without an ended task, a half after two, 1/26 after ten. */
  double uncertainty() {
    return 1 / (1 + sampleSize * sampleSize / 4);
  }
}
