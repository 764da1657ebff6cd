package io.github.videotasks.ext.polling;

import java.time.Duration;

/**
 * Spends polls where the end is likely: see {@link Reasons} for what is likely and {@link
 * Expectation#pause} for how polls follow from it. Everything it needs stands in the moment.
 */
record AdaptiveSchedule() implements PollSchedule {

  static final AdaptiveSchedule INSTANCE = new AdaptiveSchedule();

  private static final double SHORTEST = 1;

  /** However unlikely an end is. With the usual spread, 29 s on average. */
  private static final double LONGEST = 30.5;

  /** The bound while the end is still unlikely, or a progress without contradiction says when. */
  private static final double LONGEST_IF_SURE = 120;

  /** The share of tasks that may end during such a long pause. */
  private static final double RISK = 0.03;

  /** Until this age in seconds the model's durations alone are enough to be sure. */
  private static final double YOUNG = 100;

  @Override
  public Duration pause(Moment moment) {
    double age = moment.age().toNanos() / 1e9;
    Expectation expected = new Expectation(Reasons.of(moment, age));
    double pause = expected.pause(age, Price.of(moment.profile(), age), LONGEST_IF_SURE);
    boolean sure = age < YOUNG || moment.evidence().isConsistent();
    if (pause > LONGEST && !(sure && expected.unfinished(age, pause) > 1 - RISK)) {
      pause = LONGEST;
    }
    return Duration.ofNanos((long) (Math.max(SHORTEST, pause) * 1e9));
  }

  @Override
  public String toString() {
    return "adaptive";
  }
}
