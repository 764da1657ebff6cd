package io.github.videotasks.contract.bench.load;

import java.util.ArrayList;
import java.util.List;

/**
 * What waiting for many tasks may cost.
 *
 * @param lagMs the 99th percentile of how late questions are
 * @param residentMb of the whole process
 */
record Goal(long lagMs, int threads, long residentMb) {

  private static final int FEW = 2_000;

  static Goal of(Scenario scenario) {
    return scenario.tasks() <= FEW ? new Goal(100, 40, 150) : new Goal(1_000, 60, 1_024);
  }

  /** Says what is missed, or that nothing is. */
  String missed(int lost, long lag, int seenThreads, long resident) {
    List<String> missed = new ArrayList<>();
    add(missed, "lost", lost, 0);
    add(missed, "lag", lag, lagMs);
    add(missed, "threads", seenThreads, threads);
    add(missed, "RSS", resident, residentMb);
    return missed.isEmpty() ? "met" : "missed: " + String.join(", ", missed);
  }

  private static void add(List<String> missed, String what, long seen, long most) {
    if (seen > most) {
      missed.add(what + " <= " + most);
    }
  }
}
