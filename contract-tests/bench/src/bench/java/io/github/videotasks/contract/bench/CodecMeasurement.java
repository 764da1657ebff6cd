package io.github.videotasks.contract.bench;

/**
 * What one library needs for one payload.
 *
 * @param nanosPerOperation the median of the time of one operation, in ns
 * @param bytesPerOperation what one operation allocates
 */
record CodecMeasurement(double nanosPerOperation, double bytesPerOperation) {
  double operationsPerSecond() {
    return 1e9 / nanosPerOperation;
  }
}
