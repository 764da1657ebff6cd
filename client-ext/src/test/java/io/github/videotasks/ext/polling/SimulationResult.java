package io.github.videotasks.ext.polling;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/** Polls and lateness of many simulated tasks. */
final class SimulationResult {

  private final double[] pollCounts;
  private final double[] lateness;

  /**
   * Creates a result.
   *
   * @param pollCounts the polls of each task, without the one at its start
   * @param lateness the time from the end of each task to the poll that saw it, in seconds
   */
  SimulationResult(double[] pollCounts, double[] lateness) {
    this.pollCounts = pollCounts;
    this.lateness = lateness;
  }

  static SimulationResult combine(List<SimulationResult> parts) {
    return new SimulationResult(
        parts.stream().flatMapToDouble(part -> DoubleStream.of(part.pollCounts)).toArray(),
        parts.stream().flatMapToDouble(part -> DoubleStream.of(part.lateness)).toArray());
  }

  double meanPolls() {
    return Arrays.stream(pollCounts).average().orElseThrow();
  }

  double meanLateness() {
    return Arrays.stream(lateness).average().orElseThrow();
  }

  double p95Lateness() {
    double[] sorted = Arrays.stream(lateness).sorted().toArray();
    return sorted[sorted.length * 95 / 100];
  }
}
