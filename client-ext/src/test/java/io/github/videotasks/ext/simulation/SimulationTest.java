package io.github.videotasks.ext.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Runs histories of clients, waits and faults in virtual time. */
class SimulationTest {

  private static final int HISTORIES = 10_000;

  private static final Simulation SIMULATION =
      new Simulation((seed, log) -> SimulatedHistory.run(seed, log, Defect.NONE));

  @Test
  void keepsInvariantsInAllHistories() {
    SIMULATION.runSelected(HISTORIES);
  }

  @Test
  void replaysHistoryBySeed() {
    for (long seed = 1; seed <= 50; seed++) {
      HistoryLog first = new HistoryLog(true);
      SIMULATION.history().run(seed, first);
      HistoryLog second = new HistoryLog(true);
      SIMULATION.history().run(seed, second);
      assertThat(second.lines()).as("seed %s", seed).isEqualTo(first.lines());
    }
  }
}
