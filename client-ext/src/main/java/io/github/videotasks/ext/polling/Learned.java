package io.github.videotasks.ext.polling;

/**
 * The normal-inverse-gamma update of the logarithms of durations. The figures of the unknown model
 * count as {@value #PRIOR} observations, so the first tasks of a fast or a slow model widen the
 * spread, and some more narrow it around the right place.
 *
 * @param ended all tasks that ended
 * @param count those of them that still count, in part
 * @param mean the mean logarithm of their durations in seconds
 * @param squares the sum of the squared differences from it
 */
record Learned(double ended, double count, double mean, double squares) {

  static final Learned NOTHING = new Learned(0, 0, 0, 0);

  private static final double PRIOR = 4;

  /** What is older counts less and less: gateways change. */
  private static final double MEMORY = 500;

  /** How many observations of the unknown model a task that has not ended counts as. */
  private static final double HOLD = 3;

  private static final double LEAST_SIGMA = 0.02;

  /** Takes in a task that ended at this age in seconds. */
  Learned with(double age) {
    double before = count * Math.min(1, (MEMORY - 1) / Math.max(count, 1));
    double delta = StrictMath.log(age) - mean;
    return new Learned(
        ended + 1,
        before + 1,
        mean + delta / (before + 1),
        squares * before / Math.max(count, 1) + delta * delta * before / (before + 1));
  }

  /**
   * What to expect of the next task.
   *
   * @param open how many others of the model have not ended. Of tasks that began together the short
   *     ones end first: until the others have ended too, little is known, and each of them holds
   *     the figures of the unknown model up.
   */
  DurationProfile profile(int open) {
    DurationProfile unknown = DurationProfile.UNKNOWN_MODEL;
    if (count == 0) {
      return unknown;
    }
    double prior = PRIOR + HOLD * open * count / ended;
    double all = prior + count;
    double apart = mean - unknown.mu();
    double spread =
        prior * unknown.sigma() * unknown.sigma() + squares + prior * count / all * apart * apart;
    double sigma = Math.sqrt(spread / all * (1 + 1 / all));
    return new DurationProfile(
        unknown.mu() + apart * count / all, Math.max(sigma, LEAST_SIGMA), count * PRIOR / prior);
  }
}
