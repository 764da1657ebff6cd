package io.github.videotasks.ext.schedule;

import java.time.Duration;

/**
 * Spends polls where the end is likely: see {@link CompletionEstimates} for what is likely and
 * {@link CompletionModel#optimalPause} for how polls follow from it. Everything it needs stands in
 * the moment.
 */
public record AdaptiveSchedule() implements PollSchedule {

  static final AdaptiveSchedule INSTANCE = new AdaptiveSchedule();

  private static final double MIN_PAUSE = 1;

  /** However unlikely an end is. With the usual spread, 29 s on average. */
  private static final double MAX_PAUSE = 30.5;

  /** The bound while the end is still unlikely, or a progress without contradiction says when. */
  private static final double MAX_CONFIDENT_PAUSE = 120;

  /** The share of tasks that may end during such a long pause. */
  private static final double MAX_MISS_PROBABILITY = 0.03;

  /** Until this age in seconds the model's durations alone are enough to be sure. */
  private static final double YOUNG_AGE = 100;

  @Override
  public Duration pause(ScheduleInput moment) {
    double age = moment.age().toNanos() / 1e9;
    CompletionModel expected = new CompletionModel(CompletionEstimates.of(moment, age));
    double pause =
        expected.optimalPause(age, PollCost.of(moment.profile(), age), MAX_CONFIDENT_PAUSE);
    boolean sure = age < YOUNG_AGE || moment.evidence().isConsistent();
    if (pause > MAX_PAUSE
        && !(sure && expected.survivalProbability(age, pause) > 1 - MAX_MISS_PROBABILITY)) {
      pause = MAX_PAUSE;
    }
    return Duration.ofNanos((long) (Math.max(MIN_PAUSE, pause) * 1e9));
  }

  @Override
  public String toString() {
    return "adaptive";
  }
}
