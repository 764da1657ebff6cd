package io.github.videotasks.ext.schedule;

import java.util.ArrayList;
import java.util.List;

/**
 * What the progress of a task says about its end, if progress is linear in time.
 *
 * <p>A progress p at age t means that the whole takes at most t * 100 / p, and more than t * 100 /
 * (p + step), because it is shown in steps, whose width is the greatest common divisor of all
 * values seen. What all readings agree on is the interval {@link #low} to {@link #high}. When they
 * do not agree, the progress is noisy or not linear: the interval starts again from the last
 * reading, and {@link #resets} says how often that happened.
 *
 * @param step the width of a step in percent; 0 before the first reading
 * @param low the least age at the end, in seconds
 * @param high the greatest age at the end, in seconds
 * @param resets how many readings contradicted those before
 * @param readings the last ones, oldest first, {@value #MAX_READINGS} at most
 */
public record ProgressEvidence(
    int step, double low, double high, int resets, List<Reading> readings) {

  static final int MAX_READINGS = 6;

  /** No progress was seen. */
  public static final ProgressEvidence NONE =
      new ProgressEvidence(0, 0, Double.MAX_VALUE, 0, List.of());

  /**
   * One progress.
   *
   * @param age of the task in seconds, positive
   * @param percent 1-99
   */
  public record Reading(double age, int percent) {

    double minAgeAtEnd(int step) {
      return age * 100 / Math.min(100, percent + step);
    }

    double maxAgeAtEnd() {
      return age * 100 / percent;
    }

    double midAgeAtEnd(int step) {
      return age * 100 / Math.min(100, percent + step / 2.0);
    }
  }

  public ProgressEvidence {
    readings = List.copyOf(readings);
  }

  /** Adds a reading. 0 and 100 are none: they are shown for waiting and for anything near done. */
  public ProgressEvidence with(double age, int percent) {
    if (percent <= 0 || percent >= 100 || age <= 0) {
      return this;
    }
    Reading reading = new Reading(age, percent);
    List<Reading> all = new ArrayList<>(readings);
    all.add(reading);
    List<Reading> kept = all.subList(Math.max(0, all.size() - MAX_READINGS), all.size());
    int width = gcd(step, percent);
    double from = Math.max(low, reading.minAgeAtEnd(width));
    double to = Math.min(high, reading.maxAgeAtEnd());
    return from <= to
        ? new ProgressEvidence(width, from, to, resets, kept)
        : new ProgressEvidence(
            width, reading.minAgeAtEnd(width), reading.maxAgeAtEnd(), resets + 1, kept);
  }

  /** At least two readings, and all of them agree. */
  boolean isConsistent() {
    return resets == 0 && readings.size() > 1;
  }

  private static int gcd(int a, int b) {
    return b == 0 ? a : gcd(b, a % b);
  }
}
