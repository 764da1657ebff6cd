package io.github.videotasks.ext.polling;

/**
 * One reason to expect the end of a task about then: its age at the end, less a wait before the
 * work begins, is log-normal.
 *
 * @param weight how much this reason counts among others, 0-1
 * @param mu the logarithm of the median in seconds
 * @param sigma the spread of the logarithm, positive
 * @param from the age in seconds before which the end is impossible; 0 or more
 */
record Likely(double weight, double mu, double sigma, double from) {

  /** The weighted probability that the end comes after this age. */
  double after(double age) {
    return age <= from ? weight : weight * NormalTail.above(z(age));
  }

  /** The weighted density of the end at this age, per second. */
  double density(double age) {
    return age <= from ? 0 : weight * NormalTail.density(z(age)) / (sigma * (age - from));
  }

  /** A step in seconds, from this age on, that does not jump over the peak of the density. */
  double scale(double age) {
    if (age <= from) {
      return from - age + 0.1 * StrictMath.exp(mu);
    }
    double far = Math.abs(z(age)) - 4;
    return (age - from) * sigma * Math.max(0.25, far / 2);
  }

  private double z(double age) {
    return (StrictMath.log(age - from) - mu) / sigma;
  }

  Likely times(double factor) {
    return new Likely(weight * factor, mu, sigma, from);
  }
}
