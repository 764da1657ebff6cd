package io.github.videotasks.contract.bench.load;

import java.util.ArrayList;
import java.util.List;

/**
 * What waiting for many tasks may cost.
 *
 * @param maxLagMs the 99th percentile of how late questions are
 * @param maxResidentMb of the whole process
 */
record LoadGoal(long maxLagMs, int maxThreads, long maxResidentMb) {

  private static final int SMALL_SCENARIO_TASKS = 2_000;

  static LoadGoal of(LoadScenario scenario) {
    return scenario.tasks() <= SMALL_SCENARIO_TASKS
        ? new LoadGoal(100, 40, 150)
        : new LoadGoal(1_000, 60, 1_024);
  }

  /** Says what is missed, or that nothing is. */
  String describeMisses(int lost, long lag, int seenThreads, long resident) {
    List<String> missed = new ArrayList<>();
    add(missed, "lost", lost, 0);
    add(missed, "lag", lag, maxLagMs);
    add(missed, "threads", seenThreads, maxThreads);
    add(missed, "RSS", resident, maxResidentMb);
    return missed.isEmpty() ? "met" : "missed: " + String.join(", ", missed);
  }

  private static void add(List<String> missed, String what, long seen, long most) {
    if (seen > most) {
      missed.add(what + " <= " + most);
    }
  }
}
