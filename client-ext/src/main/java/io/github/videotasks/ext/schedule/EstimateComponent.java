package io.github.videotasks.ext.schedule;

/**
 * One component of a {@link CompletionModel}: a shifted log-normal distribution of the age at which
 * the task ends.
 *
 * @param weight the weight of this component in the mixture, 0-1
 * @param mu the logarithm of the median in seconds, without the shift
 * @param sigma the standard deviation of the logarithm, positive
 * @param earliestAge the shift: the age in seconds before which the task cannot end; 0 or more
 */
record EstimateComponent(double weight, double mu, double sigma, double earliestAge) {

  /** Returns the weighted probability that the task ends after this age. */
  double survival(double age) {
    return age <= earliestAge ? weight : weight * NormalTail.upperTail(zScore(age));
  }

  /** Returns the weighted density of the end at this age, per second. */
  double density(double age) {
    return age <= earliestAge
        ? 0
        : weight * NormalTail.density(zScore(age)) / (sigma * (age - earliestAge));
  }

  /** Returns a step in seconds from this age that does not skip the peak of the density. */
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
