package io.github.videotasks.ext.simulation;

import io.github.videotasks.ext.polling.WaitPolicy;
import io.github.videotasks.ext.schedule.PollSchedule;
import java.time.Duration;
import java.util.SplittableRandom;

/**
 * The policy of the waits for one task.
 *
 * @param waits the policy; each wait has a deadline of its own
 * @param maxPause the longest pause of its schedule
 * @param typicalPause the usual pause of its schedule
 */
record SimulatedPolicy(WaitPolicy waits, Duration maxPause, Duration typicalPause) {

  static SimulatedPolicy random(SplittableRandom random) {
    Duration fixed = RandomValues.duration(random, 0.1, 30);
    return switch (random.nextInt(5)) {
      case 0 ->
          random(random, PollSchedule.adaptive(), Duration.ofSeconds(120), Duration.ofSeconds(15));
      case 1 ->
          random(random, PollSchedule.stepped(), Duration.ofSeconds(30), Duration.ofSeconds(10));
      default -> random(random, PollSchedule.fixed(fixed), fixed, fixed);
    };
  }

  private static SimulatedPolicy random(
      SplittableRandom random, PollSchedule schedule, Duration maxPause, Duration typicalPause) {
    Duration outage =
        RandomValues.oneIn(random, 8) ? Duration.ZERO : RandomValues.duration(random, 0.1, 600);
    WaitPolicy policy =
        WaitPolicy.defaults()
            .withSchedule(schedule)
            .withOutageTolerance(outage)
            .withToleratedNotFound(random.nextInt(4))
            .withGracePolls(random.nextInt(5))
            .withMaxRetryAfter(maxRetryAfter(random))
            .withStallAfter(RandomValues.duration(random, 1, 600))
            .withJitter(RandomValues.oneOf(random, 0.0, 0.1, 1.0));
    return new SimulatedPolicy(policy, maxPause, typicalPause);
  }

  static Duration maxRetryAfter(SplittableRandom random) {
    return RandomValues.oneIn(random, 6) ? Duration.ZERO : RandomValues.duration(random, 1, 120);
  }

  /** Returns a deadline after at most some tens of polls, so that a history stays short. */
  Duration deadline(SplittableRandom random) {
    return RandomValues.duration(random, 0.5, Math.max(1, 30 * typicalPause.toNanos() / 1e9));
  }
}
