package io.github.videotasks.contract.bench;

/**
 * Time and memory that one library needs for one payload.
 *
 * @param nanosPerOperation median time of one operation in ns
 * @param bytesPerOperation memory that one operation allocates, in bytes
 */
record CodecMeasurement(double nanosPerOperation, double bytesPerOperation) {
  double operationsPerSecond() {
    return 1e9 / nanosPerOperation;
  }
}
