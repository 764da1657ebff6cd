package io.github.videotasks.ext.schedule;

/**
 * The normal-inverse-gamma update of the logarithms of durations. The figures of the unknown model
 * count as {@value #PRIOR_WEIGHT} observations, so the first tasks of a fast or a slow model widen
 * the spread, and some more narrow it around the right place.
 *
 * @param observedTasks all tasks that ended
 * @param effectiveCount those of them that still count, in part
 * @param mean the mean logarithm of their durations in seconds
 * @param sumOfSquares the sum of the squared differences from it
 */
record DurationPosterior(
    double observedTasks, double effectiveCount, double mean, double sumOfSquares) {

  static final DurationPosterior EMPTY = new DurationPosterior(0, 0, 0, 0);

  private static final double PRIOR_WEIGHT = 4;

  /** What is older counts less and less: gateways change. */
  private static final double MAX_EFFECTIVE_COUNT = 500;

  /** How many observations of the unknown model a task that has not ended counts as. */
  private static final double OPEN_TASK_WEIGHT = 3;

  private static final double MIN_SIGMA = 0.02;

  /** Takes in a task that ended at this age in seconds. */
  DurationPosterior with(double age) {
    double before =
        effectiveCount * Math.min(1, (MAX_EFFECTIVE_COUNT - 1) / Math.max(effectiveCount, 1));
    double delta = StrictMath.log(age) - mean;
    return new DurationPosterior(
        observedTasks + 1,
        before + 1,
        mean + delta / (before + 1),
        sumOfSquares * before / Math.max(effectiveCount, 1)
            + delta * delta * before / (before + 1));
  }

  /**
   * What to expect of the next task.
   *
   * @param open how many others of the model have not ended. Of tasks that began together the short
   *     ones end first: until the others have ended too, little is known, and each of them holds
   *     the figures of the unknown model up.
   */
  DurationProfile toProfile(int open) {
    DurationProfile unknown = DurationProfile.UNKNOWN_MODEL;
    if (effectiveCount == 0) {
      return unknown;
    }
    double prior = PRIOR_WEIGHT + OPEN_TASK_WEIGHT * open * effectiveCount / observedTasks;
    double all = prior + effectiveCount;
    double apart = mean - unknown.mu();
    double spread =
        prior * unknown.sigma() * unknown.sigma()
            + sumOfSquares
            + prior * effectiveCount / all * apart * apart;
    double sigma = Math.sqrt(spread / all * (1 + 1 / all));
    return new DurationProfile(
        unknown.mu() + apart * effectiveCount / all,
        Math.max(sigma, MIN_SIGMA),
        effectiveCount * PRIOR_WEIGHT / prior);
  }
}
