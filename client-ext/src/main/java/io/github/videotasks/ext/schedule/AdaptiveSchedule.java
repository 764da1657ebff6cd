package io.github.videotasks.ext.schedule;

import java.time.Duration;

/**
 * Schedule that polls often while the end of the task is likely and seldom while it is not. {@link
 * CompletionEstimates} estimates the end, {@link CompletionModel#optimalPause} computes the pause
 * from it. Stateless: the {@link PollSchedule.ScheduleInput} contains all inputs.
 */
record AdaptiveSchedule() implements PollSchedule {

  static final AdaptiveSchedule INSTANCE = new AdaptiveSchedule();

  /** In seconds. */
  private static final double MIN_PAUSE = 1;

  /** The usual upper bound in seconds, 29 s on average with the default jitter. */
  private static final double MAX_PAUSE = 30.5;

  /**
   * The upper bound in seconds while the task is young, or while its progress is consistent, so
   * that the estimate of the end is reliable.
   */
  private static final double MAX_CONFIDENT_PAUSE = 120;

  /** The maximal probability that the task ends during such a long pause. */
  private static final double MAX_MISS_PROBABILITY = 0.03;

  /** Up to this age in seconds the durations of the model are reliable enough alone. */
  private static final double YOUNG_AGE = 100;

  @Override
  public Duration pause(ScheduleInput input) {
    double age = input.age().toNanos() / 1e9;
    CompletionModel model = new CompletionModel(CompletionEstimates.of(input, age));
    double pause = model.optimalPause(age, PollCost.of(input.profile(), age), MAX_CONFIDENT_PAUSE);
    boolean confident = age < YOUNG_AGE || input.evidence().isConsistent();
    if (pause > MAX_PAUSE
        && !(confident && model.survivalProbability(age, pause) > 1 - MAX_MISS_PROBABILITY)) {
      pause = MAX_PAUSE;
    }
    return Duration.ofNanos((long) (Math.max(MIN_PAUSE, pause) * 1e9));
  }

  @Override
  public String toString() {
    return "adaptive";
  }
}
