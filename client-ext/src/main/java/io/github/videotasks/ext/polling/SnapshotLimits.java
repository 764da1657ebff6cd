package io.github.videotasks.ext.polling;

import io.github.videotasks.ext.schedule.ProgressEvidence;
import java.time.Duration;
import java.time.Instant;

/**
 * Limits of the values in a snapshot. The parser rejects values beyond them and the writer reduces
 * values to them, so that each snapshot that is parsed can be resumed, and each one that is written
 * can be parsed. Within them no sum of times overflows 64 bits of nanoseconds (292 years).
 */
final class SnapshotLimits {

  static final int MAX_COUNT = Integer.MAX_VALUE / 2;

  /** For times that are counted from the start of the wait, in ms; 68 years. */
  static final long MAX_MILLIS = Integer.MAX_VALUE * 1_000L;

  /** The latest deadline, counted from the start of the wait. */
  static final Duration MAX_TOTAL = Duration.ofDays(100 * 365);

  /** A resumed wait whose clock has gone back began {@link #MAX_MILLIS} before now at most. */
  static final Instant FIRST_START = Instant.parse("1900-01-01T00:00:00Z");

  static final Instant LAST_START = Instant.parse("2200-01-01T00:00:00Z");

  /** For the estimated age at the end in seconds: 1 ns, and 100 times the greatest age. */
  static final double MIN_AGE = 1e-9;

  static final double MAX_AGE = 1e12;

  static final int MAX_PERCENT = 100;

  /** For the URL of the gateway and the name of the endpoint, in characters. */
  static final int MAX_NAME_LENGTH = 2_048;

  /** For the status values, in characters; they are written with at most 40. */
  static final int MAX_STATUS_LENGTH = 100;

  /** More than {@link ProgressEvidence} keeps. */
  static final int MAX_READINGS = 32;

  private SnapshotLimits() {}

  static int limitCount(int value) {
    return Math.min(value, MAX_COUNT);
  }

  static long limitMillis(Duration value) {
    Duration positive = value.isNegative() ? Duration.ZERO : value;
    return positive.compareTo(Duration.ofMillis(MAX_MILLIS)) > 0 ? MAX_MILLIS : positive.toMillis();
  }

  /**
   * Returns the time from the start of a wait to now: by the wall clock, but not less than in the
   * snapshot, because the clock may have gone back.
   */
  static Duration elapsedAt(WaitSnapshot snapshot, Instant now) {
    Duration byClock = Duration.between(snapshot.startedAt(), now);
    return byClock.compareTo(snapshot.elapsed()) < 0
        ? snapshot.elapsed()
        : Duration.ofMillis(MAX_MILLIS).compareTo(byClock) < 0
            ? Duration.ofMillis(MAX_MILLIS)
            : byClock;
  }
}
