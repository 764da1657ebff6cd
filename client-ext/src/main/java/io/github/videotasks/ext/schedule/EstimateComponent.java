package io.github.videotasks.ext.schedule;

/**
 * One reason to expect the end of a task about then: its age at the end, less a wait before the
 * work begins, is log-normal.
 *
 * @param weight how much this reason counts among others, 0-1
 * @param mu the logarithm of the median in seconds
 * @param sigma the spread of the logarithm, positive
 * @param earliestAge the age in seconds before which the end is impossible; 0 or more
 */
record EstimateComponent(double weight, double mu, double sigma, double earliestAge) {

  /** The weighted probability that the end comes after this age. */
  double survival(double age) {
    return age <= earliestAge ? weight : weight * NormalTail.upperTail(zScore(age));
  }

  /** The weighted density of the end at this age, per second. */
  double density(double age) {
    return age <= earliestAge
        ? 0
        : weight * NormalTail.density(zScore(age)) / (sigma * (age - earliestAge));
  }

  /** A step in seconds, from this age on, that does not jump over the peak of the density. */
  double maxStep(double age) {
    if (age <= earliestAge) {
      return earliestAge - age + 0.1 * StrictMath.exp(mu);
    }
    double far = Math.abs(zScore(age)) - 4;
    return (age - earliestAge) * sigma * Math.max(0.25, far / 2);
  }

  private double zScore(double age) {
    return (StrictMath.log(age - earliestAge) - mu) / sigma;
  }

  EstimateComponent scaledBy(double factor) {
    return new EstimateComponent(weight * factor, mu, sigma, earliestAge);
  }
}
