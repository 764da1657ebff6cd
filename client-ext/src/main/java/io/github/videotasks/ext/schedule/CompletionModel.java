package io.github.videotasks.ext.schedule;

import java.util.List;

/**
 * When a task is likely to end: a mixture of reasons. That the task has not ended yet is part of
 * every question asked here, so a reason whose time has passed counts for less and less, and what
 * is expected falls back to the others by itself.
 */
record CompletionModel(List<EstimateComponent> components) {

  private static final double MIN_STEP = 0.05;
  private static final double MAX_STEP = 5;

  /** Below, the mixture says nothing any more; a task that old may end any time. */
  private static final double MIN_PROBABILITY = 1e-14;

  /** The chance that the task ends within the next second, given that it has not ended before. */
  double hazardRate(double age) {
    double density = 0;
    double rest = 0;
    for (EstimateComponent reason : components) {
      density += reason.density(age);
      rest += reason.survival(age);
    }
    return rest > MIN_PROBABILITY ? density / rest : 1 / age;
  }

  /** The probability that a task of this age is still unfinished after the pause. */
  double survivalProbability(double age, double pause) {
    double now = 0;
    double then = 0;
    for (EstimateComponent reason : components) {
      now += reason.survival(age);
      then += reason.survival(age + pause);
    }
    return now > MIN_PROBABILITY ? then / now : 0;
  }

  /**
   * The pause that keeps polls and lateness in balance.
   *
   * <p>With a rate r(t) of polls, a task that ends at t is noticed 1/(2r) later on average. Polls *
   * price + lateness is least for r = sqrt(hazard / (2 * price)): the next poll is due where the
   * integral of that rate has grown by one.
   *
   * @param age of the task, in seconds
   * @param price what one poll is worth, in seconds of lateness
   * @param longest where to stop looking, in seconds
   */
  double optimalPause(double age, double price, double longest) {
    double start = Math.max(age, 1);
    double time = start;
    double polls = 0;
    while (time - start < longest) {
      double step = step(pollRate(time, price), time);
      double rate = pollRate(time + step / 2, price);
      if (polls + rate * step >= 1) {
        return time - start + (1 - polls) / rate;
      }
      polls += rate * step;
      time += step;
    }
    return longest;
  }

  private double step(double rate, double time) {
    double fine = Math.min(0.2 / rate, MAX_STEP);
    for (EstimateComponent reason : components) {
      fine = Math.min(fine, reason.maxStep(time));
    }
    return Math.max(fine, MIN_STEP);
  }

  private double pollRate(double age, double price) {
    return Math.sqrt(hazardRate(age) / (2 * price));
  }
}
