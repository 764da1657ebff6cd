package io.github.videotasks.contract.bench;

/**
 * What one library needs for one payload.
 *
 * @param nanos the median of the time of one operation, in ns
 * @param bytes what one operation allocates
 */
record Figures(double nanos, double bytes) {
  double perSecond() {
    return 1e9 / nanos;
  }
}
