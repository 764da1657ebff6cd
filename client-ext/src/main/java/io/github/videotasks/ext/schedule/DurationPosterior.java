package io.github.videotasks.ext.schedule;

/**
 * Posterior of the log-normal durations of one model: a normal-inverse-gamma update of their
 * logarithms. The prior is {@link DurationProfile#UNKNOWN_MODEL} with the weight of {@value
 * #PRIOR_WEIGHT} observations, so the first tasks of a fast or slow model increase the deviation,
 * and further ones decrease it around the right mean.
 *
 * @param observedTasks the number of all tasks that ended
 * @param effectiveCount their effective number, because old ones count less
 * @param mean the mean logarithm of their durations in seconds
 * @param sumOfSquares the sum of the squared differences from the mean
 */
record DurationPosterior(
    double observedTasks, double effectiveCount, double mean, double sumOfSquares) {

  static final DurationPosterior EMPTY = new DurationPosterior(0, 0, 0, 0);

  private static final double PRIOR_WEIGHT = 4;

  /** The upper bound of the effective count: older tasks count less, because gateways change. */
  private static final double MAX_EFFECTIVE_COUNT = 500;

  /** The additional weight of the prior, in observations, for a task that has not ended. */
  private static final double OPEN_TASK_WEIGHT = 3;

  private static final double MIN_SIGMA = 0.02;

  /** Returns the posterior with one more task, which ended at this age in seconds. */
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
   * Returns the expected duration of the next task.
   *
   * @param openTasks the number of other tasks of the model that have not ended. Of tasks that
   *     began together the short ones end first, so little is known until the others have ended,
   *     and each of them adds weight to the prior.
   */
  DurationProfile toProfile(int openTasks) {
    DurationProfile unknown = DurationProfile.UNKNOWN_MODEL;
    if (effectiveCount == 0) {
      return unknown;
    }
    double prior = PRIOR_WEIGHT + OPEN_TASK_WEIGHT * openTasks * effectiveCount / observedTasks;
    double all = prior + effectiveCount;
    double difference = mean - unknown.mu();
    double squares =
        prior * unknown.sigma() * unknown.sigma()
            + sumOfSquares
            + prior * effectiveCount / all * difference * difference;
    double sigma = Math.sqrt(squares / all * (1 + 1 / all));
    return new DurationProfile(
        unknown.mu() + difference * effectiveCount / all,
        Math.max(sigma, MIN_SIGMA),
        effectiveCount * PRIOR_WEIGHT / prior);
  }
}
