package io.github.videotasks.ext.polling;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/** What following many tasks cost. */
final class Cost {

  private final double[] pollsOf;
  private final double[] lateOf;

  /**
   * Takes what was seen.
   *
   * @param pollsOf of each task, not counting the one at its start
   * @param lateOf the time from the end of each task to the poll that saw it, in seconds
   */
  Cost(double[] pollsOf, double[] lateOf) {
    this.pollsOf = pollsOf;
    this.lateOf = lateOf;
  }

  static Cost all(List<Cost> parts) {
    return new Cost(
        parts.stream().flatMapToDouble(part -> DoubleStream.of(part.pollsOf)).toArray(),
        parts.stream().flatMapToDouble(part -> DoubleStream.of(part.lateOf)).toArray());
  }

  double polls() {
    return Arrays.stream(pollsOf).average().orElseThrow();
  }

  double late() {
    return Arrays.stream(lateOf).average().orElseThrow();
  }

  double p95() {
    double[] sorted = Arrays.stream(lateOf).sorted().toArray();
    return sorted[sorted.length * 95 / 100];
  }
}
