package io.github.videotasks.ext.schedule;

import io.github.videotasks.ext.payload.Detail;
import io.github.videotasks.ext.payload.PendingInfo;
import io.github.videotasks.ext.payload.TaskState;
import io.github.videotasks.ext.schedule.ProgressEvidence.Reading;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why the end of a task is expected at which age: its progress, its queue, its model. */
final class CompletionEstimates {

  /** The weight of a progress, until it contradicts itself; the rest is the model's. */
  private static final double PROGRESS_WEIGHT = 0.9;

  /** What each contradiction leaves of that weight. */
  private static final double RESET_WEIGHT_FACTOR = 0.75;

  /** No progress is exact: the last percent may take longer than the others. */
  private static final double MIN_SIGMA = 0.004;

  private static final double MIN_NOISE = 0.01;

  /** The spread of few readings is less than that of many. */
  private static final double NOISE_FACTOR = 1.2;

  private static final double SLOPE_SIGMA = 0.3;

  /** How much an announced wait in a queue is believed. */
  private static final double QUEUE_WEIGHT = 0.5;

  /** Some tasks hang for long: the weight, shift and spread of a wide tail. */
  private static final double TAIL_WEIGHT = 0.01;

  /** A model that nobody knows may be as slow as others or not: the weight and place of any. */
  private static final double BROAD_WEIGHT = 0.85;

  private static final double BROAD_MU = StrictMath.log(200);
  private static final double BROAD_SIGMA = 1;

  private static final double TAIL_SHIFT = 0.5;
  private static final double TAIL_SIGMA = 1.5;

  private CompletionEstimates() {}

  static List<EstimateComponent> of(PollSchedule.ScheduleInput moment, double age) {
    List<EstimateComponent> reasons = new ArrayList<>(fromProgress(moment.evidence()));
    double left = 1 - reasons.stream().mapToDouble(EstimateComponent::weight).sum();
    Duration queue = moment.lastState() == null ? null : queueWait(moment.lastState());
    DurationProfile model = moment.profile();
    if (queue != null) {
      double begins = age + queue.toMillis() / 1e3;
      reasons.add(new EstimateComponent(left * QUEUE_WEIGHT, model.mu(), model.sigma(), begins));
      left *= 1 - QUEUE_WEIGHT;
    }
    double any = BROAD_WEIGHT * model.uncertainty();
    reasons.add(new EstimateComponent(left * any, BROAD_MU, BROAD_SIGMA, 0));
    left *= 1 - any;
    reasons.add(new EstimateComponent(left * (1 - TAIL_WEIGHT), model.mu(), model.sigma(), 0));
    reasons.add(new EstimateComponent(left * TAIL_WEIGHT, model.mu() + TAIL_SHIFT, TAIL_SIGMA, 0));
    return reasons;
  }

  private static List<EstimateComponent> fromProgress(ProgressEvidence evidence) {
    List<Reading> readings = evidence.readings();
    if (readings.isEmpty()) {
      return List.of();
    }
    double width = StrictMath.log(evidence.high() / evidence.low());
    // A uniform distribution of this width has this deviation.
    double sigma = width / Math.sqrt(12);
    if (evidence.resets() == 0) {
      double mu = StrictMath.log(evidence.low()) + width / 2;
      return List.of(new EstimateComponent(PROGRESS_WEIGHT, mu, Math.max(sigma, MIN_SIGMA), 0));
    }
    double weight = PROGRESS_WEIGHT * StrictMath.pow(RESET_WEIGHT_FACTOR, evidence.resets());
    List<EstimateComponent> reasons = new ArrayList<>();
    reasons.add(fromNoisyProgress(evidence, weight / 2, sigma));
    EstimateComponent bent = fromRecentSlope(evidence, weight / 2);
    if (bent != null) {
      reasons.add(bent);
    }
    return reasons;
  }

  /** The progress is linear, but wavers: the mean of the last readings. */
  private static EstimateComponent fromNoisyProgress(
      ProgressEvidence evidence, double weight, double sigma) {
    double[] ends =
        evidence.readings().stream()
            .mapToDouble(reading -> StrictMath.log(reading.midAgeAtEnd(evidence.step())))
            .toArray();
    double mean = 0;
    for (double end : ends) {
      mean += end / ends.length;
    }
    double squares = 0;
    for (double end : ends) {
      squares += (end - mean) * (end - mean);
    }
    double noise = NOISE_FACTOR * Math.sqrt(squares / Math.max(1, ends.length - 1));
    return new EstimateComponent(weight, mean, Math.max(noise, Math.max(sigma, MIN_NOISE)), 0);
  }

  /** The progress is not linear, or began late: what the last stretch of it says of the rest. */
  private static @Nullable EstimateComponent fromRecentSlope(
      ProgressEvidence evidence, double weight) {
    List<Reading> readings = evidence.readings();
    Reading first = readings.get(0);
    Reading last = readings.get(readings.size() - 1);
    double left = 100 - last.percent() - evidence.step() / 2.0;
    double moved = last.percent() - (double) first.percent();
    if (moved <= 0 || left <= 0) {
      return null;
    }
    double rest = left * (last.age() - first.age()) / moved;
    return new EstimateComponent(weight, StrictMath.log(rest), SLOPE_SIGMA, last.age());
  }

  /** The wait before the work begins; zero if there is a queue of unknown speed, null if none. */
  private static @Nullable Duration queueWait(TaskState last) {
    Integer progress = last.progress();
    if (progress != null && progress > 0) {
      return null;
    }
    Duration estimated = last.estimatedWait();
    if (estimated != null && !estimated.isZero()) {
      return estimated;
    }
    return last.detail() instanceof Detail.Waiting waiting
            && waiting.pendingInfo() instanceof PendingInfo.VideoGen video
            && video.queuePosition() != null
            && video.queuePosition() > 0
        ? Duration.ZERO
        : null;
  }
}
