package io.github.videotasks.ext.schedule;

import io.github.videotasks.ext.payload.Detail;
import io.github.videotasks.ext.payload.PendingInfo;
import io.github.videotasks.ext.payload.TaskState;
import io.github.videotasks.ext.schedule.ProgressEvidence.Reading;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Estimates the age at which a task ends, from its progress, its queue and the durations of its
 * model. Ages and times are in seconds.
 */
final class CompletionEstimates {

  /** The weight of a progress without contradictions; the rest is that of the model. */
  private static final double PROGRESS_WEIGHT = 0.9;

  /** The factor by which each contradiction reduces that weight. */
  private static final double RESET_WEIGHT_FACTOR = 0.75;

  /** The least deviation: no progress is exact, the last percent may take longer than others. */
  private static final double MIN_SIGMA = 0.004;

  private static final double MIN_NOISE = 0.01;

  /** Correction, because the deviation of a few readings is less than that of many. */
  private static final double NOISE_FACTOR = 1.2;

  private static final double SLOPE_SIGMA = 0.3;

  /** The weight of the estimated time in a queue. */
  private static final double QUEUE_WEIGHT = 0.5;

  /** Weight, shift and deviation of a wide tail, because some tasks hang for a long time. */
  private static final double TAIL_WEIGHT = 0.01;

  /** Weight, mean and deviation of a broad distribution, for models without statistics. */
  private static final double BROAD_WEIGHT = 0.85;

  private static final double BROAD_MU = StrictMath.log(200);
  private static final double BROAD_SIGMA = 1;

  private static final double TAIL_SHIFT = 0.5;
  private static final double TAIL_SIGMA = 1.5;

  private CompletionEstimates() {}

  static List<EstimateComponent> of(PollSchedule.ScheduleInput input, double age) {
    List<EstimateComponent> components = new ArrayList<>(fromProgress(input.evidence()));
    double left = 1 - components.stream().mapToDouble(EstimateComponent::weight).sum();
    Duration queue = input.lastState() == null ? null : queueWait(input.lastState());
    DurationProfile model = input.profile();
    if (queue != null) {
      double start = age + queue.toMillis() / 1e3;
      components.add(new EstimateComponent(left * QUEUE_WEIGHT, model.mu(), model.sigma(), start));
      left *= 1 - QUEUE_WEIGHT;
    }
    double broad = BROAD_WEIGHT * model.uncertainty();
    components.add(new EstimateComponent(left * broad, BROAD_MU, BROAD_SIGMA, 0));
    left *= 1 - broad;
    components.add(new EstimateComponent(left * (1 - TAIL_WEIGHT), model.mu(), model.sigma(), 0));
    components.add(
        new EstimateComponent(left * TAIL_WEIGHT, model.mu() + TAIL_SHIFT, TAIL_SIGMA, 0));
    return components;
  }

  private static List<EstimateComponent> fromProgress(ProgressEvidence evidence) {
    List<Reading> readings = evidence.readings();
    if (readings.isEmpty()) {
      return List.of();
    }
    double width = StrictMath.log(evidence.high() / evidence.low());
    // The standard deviation of a uniform distribution of this width.
    double sigma = width / Math.sqrt(12);
    if (evidence.resets() == 0) {
      double mu = StrictMath.log(evidence.low()) + width / 2;
      return List.of(new EstimateComponent(PROGRESS_WEIGHT, mu, Math.max(sigma, MIN_SIGMA), 0));
    }
    double weight = PROGRESS_WEIGHT * StrictMath.pow(RESET_WEIGHT_FACTOR, evidence.resets());
    List<EstimateComponent> components = new ArrayList<>();
    components.add(fromNoisyProgress(evidence, weight / 2, sigma));
    EstimateComponent slope = fromRecentSlope(evidence, weight / 2);
    if (slope != null) {
      components.add(slope);
    }
    return components;
  }

  /** If the progress is linear with noise: the mean of the last readings. */
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

  /**
   * If the progress is not linear or began late: extrapolates the last readings; null if they do
   * not increase.
   */
  private static @Nullable EstimateComponent fromRecentSlope(
      ProgressEvidence evidence, double weight) {
    List<Reading> readings = evidence.readings();
    Reading first = readings.get(0);
    Reading last = readings.get(readings.size() - 1);
    double left = 100 - last.percent() - evidence.step() / 2.0;
    double increase = last.percent() - (double) first.percent();
    if (increase <= 0 || left <= 0) {
      return null;
    }
    double rest = left * (last.age() - first.age()) / increase;
    return new EstimateComponent(weight, StrictMath.log(rest), SLOPE_SIGMA, last.age());
  }

  /**
   * Returns the time in the queue before the work begins; zero for a queue of unknown speed, null
   * if there is none.
   */
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
