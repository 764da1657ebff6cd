package io.github.videotasks.ext.download;

import java.time.Duration;

/**
 * How far one download may go.
 *
 * @param timeout the most time from its turn to its end
 * @param stallTimeout the most time without a byte
 * @param maxBytes the most bytes
 * @param maxFailures the most failures in a row that bring no byte
 */
record DownloadLimits(Duration timeout, Duration stallTimeout, long maxBytes, int maxFailures) {

  static final DownloadLimits DEFAULT =
      new DownloadLimits(Duration.ofMinutes(30), Duration.ofSeconds(30), 4L << 30, 5);

  DownloadLimits {
    requirePositive(timeout, "time limit");
    requirePositive(stallTimeout, "stall limit");
    if (maxBytes < 1) {
      throw new IllegalArgumentException("expected a positive number of bytes, found " + maxBytes);
    }
    if (maxFailures < 0) {
      throw new IllegalArgumentException("expected 0 failures or more, found " + maxFailures);
    }
  }

  static Duration requirePositive(Duration value, String name) {
    if (value.isNegative() || value.isZero()) {
      throw new IllegalArgumentException("expected a positive " + name + ", found " + value);
    }
    return value;
  }

  DownloadLimits withTimeout(Duration value) {
    return new DownloadLimits(value, stallTimeout, maxBytes, maxFailures);
  }

  DownloadLimits withStallTimeout(Duration value) {
    return new DownloadLimits(timeout, value, maxBytes, maxFailures);
  }

  DownloadLimits withMaxBytes(long value) {
    return new DownloadLimits(timeout, stallTimeout, value, maxFailures);
  }

  DownloadLimits withMaxFailures(int value) {
    return new DownloadLimits(timeout, stallTimeout, maxBytes, value);
  }
}
