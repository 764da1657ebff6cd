package io.github.videotasks.ext.schedule;

import java.util.ArrayList;
import java.util.List;

/**
 * Estimate of the end of a task from its progress, if progress is linear in time. Immutable.
 *
 * <p>A progress p at age t means that the task takes at most t * 100 / p, and more than t * 100 /
 * (p + step), because progress is reported in steps. The step is the greatest common divisor of all
 * values seen. The intersection of all readings is the interval {@link #low} to {@link #high}. If
 * it is empty, the progress is noisy or not linear: the interval restarts with the last reading,
 * and {@link #resets} counts how often that happened.
 *
 * @param step the step of the progress in percent; 0 before the first reading
 * @param low the minimal age at the end, in seconds
 * @param high the maximal age at the end, in seconds
 * @param resets the number of readings that contradicted the previous ones
 * @param readings the last readings, oldest first, at most {@value #MAX_READINGS}
 */
public record ProgressEvidence(
    int step, double low, double high, int resets, List<Reading> readings) {

  static final int MAX_READINGS = 6;

  /** The evidence before the first reading. */
  public static final ProgressEvidence NONE =
      new ProgressEvidence(0, 0, Double.MAX_VALUE, 0, List.of());

  /**
   * One reading of the progress.
   *
   * @param age of the task in seconds, positive
   * @param percent the progress, 1-99
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

  /**
   * Copies the list of readings.
   *
   * @param step in percent
   * @param low in seconds
   * @param high in seconds
   * @param resets contradictions so far
   * @param readings oldest first; copied
   */
  public ProgressEvidence {
    readings = List.copyOf(readings);
  }

  /**
   * {@return the evidence with one more reading}
   *
   * @param age of the task in seconds; the reading is ignored unless it is positive
   * @param percent the progress; 0 and 100 are ignored, because gateways report them also for tasks
   *     that wait or are almost done
   */
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

  /** Returns true if there are at least two readings without a contradiction. */
  boolean isConsistent() {
    return resets == 0 && readings.size() > 1;
  }

  private static int gcd(int a, int b) {
    return b == 0 ? a : gcd(b, a % b);
  }
}
