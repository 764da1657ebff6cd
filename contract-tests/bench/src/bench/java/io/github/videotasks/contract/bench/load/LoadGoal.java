package io.github.videotasks.contract.bench.load;

import java.util.ArrayList;
import java.util.List;

/**
 * Performance goal for waiting for many tasks.
 *
 * @param maxLagMs maximum 99th percentile of the poll lag in ms
 * @param maxThreads maximum number of threads of the process
 * @param maxResidentMb maximum resident memory (RSS) of the process in MB
 */
record LoadGoal(long maxLagMs, int maxThreads, long maxResidentMb) {

  private static final int SMALL_SCENARIO_TASKS = 2_000;

  static LoadGoal of(LoadScenario scenario) {
    return scenario.tasks() <= SMALL_SCENARIO_TASKS
        ? new LoadGoal(100, 40, 150)
        : new LoadGoal(1_000, 60, 1_024);
  }

  /**
   * Returns {@code met}, or the goals that are missed.
   *
   * @param lost number of tasks whose end was not seen
   * @param lag 99th percentile of the poll lag in ms
   * @param threads peak number of threads
   * @param resident peak resident memory in MB
   */
  String describeMisses(int lost, long lag, int threads, long resident) {
    List<String> missed = new ArrayList<>();
    add(missed, "lost", lost, 0);
    add(missed, "lag", lag, maxLagMs);
    add(missed, "threads", threads, maxThreads);
    add(missed, "RSS", resident, maxResidentMb);
    return missed.isEmpty() ? "met" : "missed: " + String.join(", ", missed);
  }

  private static void add(List<String> missed, String figure, long measured, long max) {
    if (measured > max) {
      missed.add(figure + " <= " + max);
    }
  }
}
