package io.github.videotasks.ext.schedule;

/**
 * What a poll is worth, in seconds of lateness. The figures were chosen with simulated tasks of one
 * seed; the table of SCHEDULES.md is of others.
 */
final class PollCost {

  private static final double KNOWN_MODEL = 0.59;

  /**
   * Of a model that nobody knows, a young task may be one of a fast model, to which some seconds
   * are much, and an old one is of a slow model, to which they are little.
   */
  private static final double UNKNOWN_MODEL_YOUNG = 0.12;

  private static final double UNKNOWN_MODEL_OLD = 1.5;
  private static final double YOUNG_AGE = 60;
  private static final double OLD_AGE = 200;

  private PollCost() {}

  static double of(DurationProfile model, double age) {
    double part = Math.max(0, Math.min(1, (age - YOUNG_AGE) / (OLD_AGE - YOUNG_AGE)));
    double unknown = UNKNOWN_MODEL_YOUNG + (UNKNOWN_MODEL_OLD - UNKNOWN_MODEL_YOUNG) * part;
    return KNOWN_MODEL + (unknown - KNOWN_MODEL) * model.uncertainty();
  }
}
