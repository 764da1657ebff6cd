package io.github.videotasks.ext.polling;

/**
 * What a poll is worth, in seconds of lateness. The figures were chosen with simulated tasks of one
 * seed; the table of SCHEDULES.md is of others.
 */
final class Price {

  private static final double USUAL = 0.59;

  /**
   * Of a model that nobody knows, a young task may be one of a fast model, to which some seconds
   * are much, and an old one is of a slow model, to which they are little.
   */
  private static final double OF_YOUNG = 0.12;

  private static final double OF_OLD = 1.5;
  private static final double YOUNG = 60;
  private static final double OLD = 200;

  private Price() {}

  static double of(DurationProfile model, double age) {
    double part = Math.max(0, Math.min(1, (age - YOUNG) / (OLD - YOUNG)));
    double unknown = OF_YOUNG + (OF_OLD - OF_YOUNG) * part;
    return USUAL + (unknown - USUAL) * model.strangeness();
  }
}
