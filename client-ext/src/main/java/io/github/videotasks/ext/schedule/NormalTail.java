package io.github.videotasks.ext.schedule;

/**
 * Upper tail of the standard normal distribution, with a small relative error, so that it can be a
 * divisor. Uses {@link StrictMath}, as all of this package, so that a simulation has the same
 * result on every machine.
 */
final class NormalTail {

  private static final double ROOT_OF_TWO_PI = Math.sqrt(2 * Math.PI);

  /** Above this z the continued fraction converges quickly, and 1 - P would lose its digits. */
  private static final double SERIES_LIMIT = 4;

  /** Above this z the density is not a normal floating-point number. */
  private static final double MAX_Z = 37;

  private NormalTail() {}

  static double density(double z) {
    return StrictMath.exp(-z * z / 2) / ROOT_OF_TWO_PI;
  }

  /** Returns the probability of a value above z. */
  static double upperTail(double z) {
    if (z > MAX_Z) {
      return 0;
    }
    if (z < -SERIES_LIMIT) {
      return 1 - upperTail(-z);
    }
    return z > SERIES_LIMIT ? density(z) / continuedFraction(z) : 0.5 - density(z) * series(z);
  }

  /** Laplace's continued fraction of density / tail: z + 1/(z + 2/(z + 3/(z + ...))). */
  private static double continuedFraction(double z) {
    double value = z;
    for (int k = 24; k > 0; k--) {
      value = z + k / value;
    }
    return value;
  }

  /** z + z^3/3 + z^5/(3*5) + ...; times the density, it is the probability between 0 and z. */
  private static double series(double z) {
    double sum = 0;
    double term = z;
    for (int k = 3; Math.abs(term) > 1e-12; k += 2) {
      sum += term;
      term *= z * z / k;
    }
    return sum;
  }
}
