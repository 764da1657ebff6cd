package io.github.videotasks.ext.download;

import java.time.Duration;

/**
 * How far one download may go.
 *
 * @param total the most time from its turn to its end
 * @param stall the most time without a byte
 * @param bytes the most bytes
 * @param failures the most failures in a row that bring no byte
 */
record Limits(Duration total, Duration stall, long bytes, int failures) {

  static final Limits DEFAULT =
      new Limits(Duration.ofMinutes(30), Duration.ofSeconds(30), 4L << 30, 5);

  Limits {
    positive(total, "time limit");
    positive(stall, "stall limit");
    if (bytes < 1) {
      throw new IllegalArgumentException("expected a positive number of bytes, found " + bytes);
    }
    if (failures < 0) {
      throw new IllegalArgumentException("expected 0 failures or more, found " + failures);
    }
  }

  static Duration positive(Duration value, String name) {
    if (value.isNegative() || value.isZero()) {
      throw new IllegalArgumentException("expected a positive " + name + ", found " + value);
    }
    return value;
  }

  Limits withTotal(Duration value) {
    return new Limits(value, stall, bytes, failures);
  }

  Limits withStall(Duration value) {
    return new Limits(total, value, bytes, failures);
  }

  Limits withBytes(long value) {
    return new Limits(total, stall, value, failures);
  }

  Limits withFailures(int value) {
    return new Limits(total, stall, bytes, value);
  }
}
