package io.github.videotasks.ext.download;

import java.time.Duration;

/**
 * Limits of one download.
 *
 * @param timeout the maximum time from the start of the download to its end, without the time in
 *     the queue
 * @param stallTimeout the maximum time without a new byte
 * @param maxBytes the maximum length of the file in bytes
 * @param maxFailures the maximum number of consecutive failures without a new byte
 */
record DownloadLimits(Duration timeout, Duration stallTimeout, long maxBytes, int maxFailures) {

  static final DownloadLimits DEFAULT =
      new DownloadLimits(Duration.ofMinutes(30), Duration.ofSeconds(30), 4L << 30, 5);

  DownloadLimits {
    requirePositive(timeout, "timeout");
    requirePositive(stallTimeout, "stall timeout");
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
