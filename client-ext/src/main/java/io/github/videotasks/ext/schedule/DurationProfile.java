package io.github.videotasks.ext.schedule;

/**
 * Distribution of the durations of the tasks of one model. Log-normal, because the durations of
 * real tasks are.
 *
 * @param mu the mean of the natural logarithm of the duration in seconds
 * @param sigma the standard deviation of that logarithm, positive
 * @param sampleSize the effective number of ended tasks from which it was learned, 0 or more; not
 *     an integer if some tasks count in part
 */
public record DurationProfile(double mu, double sigma, double sampleSize) {

  /**
   * The profile for models without statistics. From 401 tasks in the public log of one client:
   * median 246 s, 90th percentile 534 s.
   */
  public static final DurationProfile UNKNOWN_MODEL =
      new DurationProfile(StrictMath.log(246), 0.605, 0);

  /**
   * Validates the values.
   *
   * @param mu finite, of the logarithm of seconds
   * @param sigma finite and positive
   * @param sampleSize 0 or more
   * @throws IllegalArgumentException if {@code mu} or {@code sigma} is not finite, {@code sigma} is
   *     not positive or {@code sampleSize} is negative or NaN
   */
  public DurationProfile {
    if (!Double.isFinite(mu) || !Double.isFinite(sigma) || sigma <= 0 || !(sampleSize >= 0)) {
      throw new IllegalArgumentException(
          "expected a finite mu, a positive sigma and sampleSize >= 0, found %s, %s and %s"
              .formatted(mu, sigma, sampleSize));
    }
  }

  /** Returns the uncertainty, 0-1: 1 without an ended task, 1/2 after two, 1/26 after ten. */
  double uncertainty() {
    return 1 / (1 + sampleSize * sampleSize / 4);
  }
}
