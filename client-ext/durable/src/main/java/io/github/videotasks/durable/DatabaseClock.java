package io.github.videotasks.durable;

import com.github.kagkarlsson.scheduler.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;

/**
 * The clock of the database, continued between two readings with the monotonic clock of the node.
 * The wall clock of a node decides nothing: it may be minutes wrong, or jump.
 */
final class DatabaseClock implements Clock {

  /** A reading is taken over at once if it differs more than its own uncertainty by this. */
  private static final Duration MAX_DEVIATION = Duration.ofMillis(250);

  private final LongSupplier nanoTime;
  private volatile Reading reading;

  /**
   * A reading of the clock of the database.
   *
   * @param time the time of the database
   * @param nanos the time of the monotonic clock in the middle of the request
   * @param uncertainty half of the time that the request took, in nanoseconds
   */
  private record Reading(Instant time, long nanos, long uncertainty) {
    Instant at(long now) {
      return time.plusNanos(now - nanos);
    }
  }

  /** Starts with the wall clock, until the first reading. */
  DatabaseClock(LongSupplier nanoTime, Instant start) {
    this.nanoTime = nanoTime;
    reading = new Reading(start, nanoTime.getAsLong(), Long.MAX_VALUE);
  }

  static DatabaseClock system() {
    return new DatabaseClock(System::nanoTime, Instant.now());
  }

  @Override
  public Instant now() {
    return reading.at(nanoTime.getAsLong());
  }

  long nanos() {
    return nanoTime.getAsLong();
  }

  /**
   * Takes over a reading, unless it is less exact than the present one and agrees with it.
   *
   * @param time what the database returned
   * @param before the monotonic clock before the request, from {@link #nanos}
   * @param after the monotonic clock after the response
   */
  synchronized void onReading(Instant time, long before, long after) {
    long half = (after - before) / 2;
    Reading read = new Reading(time, before + half, half);
    Duration difference = Duration.between(reading.at(read.nanos), time).abs();
    boolean differs = difference.minusNanos(half).compareTo(MAX_DEVIATION) > 0;
    // The age makes the present reading less exact: 100 ppm is more than clocks drift.
    long aged = saturatedAdd(reading.uncertainty, (read.nanos - reading.nanos) / 10_000);
    if (differs || half <= aged) {
      reading = read;
    }
  }

  private static long saturatedAdd(long a, long b) {
    return a > Long.MAX_VALUE - b ? Long.MAX_VALUE : a + b;
  }
}
