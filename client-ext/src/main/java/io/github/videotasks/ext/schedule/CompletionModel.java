package io.github.videotasks.ext.schedule;

import java.util.List;

/**
 * Distribution of the age at which a task ends: a mixture of weighted components. All probabilities
 * are conditional on the task not having ended yet, so a component whose time has passed counts
 * less and less, without a special case. Ages and pauses are in seconds.
 */
record CompletionModel(List<EstimateComponent> components) {

  private static final double MIN_STEP = 0.05;
  private static final double MAX_STEP = 5;

  /** Below this probability the mixture is not used; a task of such an age may end at any time. */
  private static final double MIN_PROBABILITY = 1e-14;

  /** Returns the rate, per second, at which a task of this age ends. */
  double hazardRate(double age) {
    double density = 0;
    double survival = 0;
    for (EstimateComponent component : components) {
      density += component.density(age);
      survival += component.survival(age);
    }
    return survival > MIN_PROBABILITY ? density / survival : 1 / age;
  }

  /** Returns the probability that a task of this age has not ended after the pause. */
  double survivalProbability(double age, double pause) {
    double now = 0;
    double then = 0;
    for (EstimateComponent component : components) {
      now += component.survival(age);
      then += component.survival(age + pause);
    }
    return now > MIN_PROBABILITY ? then / now : 0;
  }

  /**
   * Returns the pause with the least total cost of polls and lateness.
   *
   * <p>With a rate r(t) of polls, the end of a task at t is seen 1/(2r) later on average. Polls *
   * cost + lateness is least for r = sqrt(hazard / (2 * cost)): the next poll is due where the
   * integral of that rate has grown by one.
   *
   * @param age of the task, in seconds
   * @param pollCost the cost of one poll, in seconds of lateness
   * @param maxPause the upper bound of the result, in seconds
   */
  double optimalPause(double age, double pollCost, double maxPause) {
    double start = Math.max(age, 1);
    double time = start;
    double polls = 0;
    while (time - start < maxPause) {
      double step = step(pollRate(time, pollCost), time);
      double rate = pollRate(time + step / 2, pollCost);
      if (polls + rate * step >= 1) {
        return time - start + (1 - polls) / rate;
      }
      polls += rate * step;
      time += step;
    }
    return maxPause;
  }

  private double step(double rate, double time) {
    double fine = Math.min(0.2 / rate, MAX_STEP);
    for (EstimateComponent component : components) {
      fine = Math.min(fine, component.maxStep(time));
    }
    return Math.max(fine, MIN_STEP);
  }

  private double pollRate(double age, double pollCost) {
    return Math.sqrt(hazardRate(age) / (2 * pollCost));
  }
}
