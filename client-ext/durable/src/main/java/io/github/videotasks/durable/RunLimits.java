package io.github.videotasks.durable;

import java.time.Duration;

/**
 * Limits of the runs of {@link BucketRun}.
 *
 * @param node the name of this node
 * @param batchSize the most waits that are read at a time
 * @param slice how long a batch waits for its polls
 * @param longestRun after this time a bucket is rescheduled even if more is due
 * @param shortestRest the least time between two runs of a bucket; without it, idle buckets cost
 *     cores
 * @param longestRest the most time between two runs
 */
record RunLimits(
    String node,
    int batchSize,
    Duration slice,
    Duration longestRun,
    Duration shortestRest,
    Duration longestRest) {

  static RunLimits defaults(String node) {
    return new RunLimits(
        node,
        500,
        Duration.ofMillis(100),
        Duration.ofSeconds(1),
        Duration.ofMillis(100),
        Duration.ofSeconds(2));
  }
}
