package io.github.videotasks.ext.polling;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/** What following many tasks cost. */
final class SimulationResult {

  private final double[] pollCounts;
  private final double[] lateness;

  /**
   * Takes what was seen.
   *
   * @param pollsOf of each task, not counting the one at its start
   * @param lateOf the time from the end of each task to the poll that saw it, in seconds
   */
  SimulationResult(double[] pollsOf, double[] lateOf) {
    this.pollCounts = pollsOf;
    this.lateness = lateOf;
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
