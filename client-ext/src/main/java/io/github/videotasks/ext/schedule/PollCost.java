package io.github.videotasks.ext.schedule;

/**
 * Cost of one poll, in seconds of lateness: the weight between few polls and little lateness. The
 * constants were tuned with simulated tasks of one seed; the table in SCHEDULES.md uses other
 * seeds.
 */
final class PollCost {

  private static final double KNOWN_MODEL = 0.59;

  /**
   * For an unknown model the cost depends on the age: a young task may belong to a fast model,
   * where a few seconds of lateness are much, and an old one belongs to a slow model.
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
