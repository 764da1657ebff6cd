package io.github.videotasks.ext.download;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.ext.simulation.HistoryLog;
import io.github.videotasks.ext.simulation.Simulation;
import io.github.videotasks.ext.time.Scheduler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Runs histories of waits that are followed by downloads, in virtual time with real files. */
class DownloadSimulationTest {

  private static final int HISTORIES = 1_000;

  @TempDir private Path folder = Path.of("");

  private Simulation simulation(UnaryOperator<Scheduler> defect) {
    return new Simulation((seed, log) -> run(seed, log, defect));
  }

  private void run(long seed, HistoryLog log, UnaryOperator<Scheduler> defect) {
    try {
      DownloadHistory.run(seed, log, Files.createTempDirectory(folder, "history"), defect);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void keepsInvariantsInAllHistories() {
    simulation(UnaryOperator.identity()).runSelected(HISTORIES);
  }

  @ParameterizedTest
  @EnumSource(FaultyScheduler.Bug.class)
  void findsBug(FaultyScheduler.Bug bug) {
    Simulation simulation = simulation(correct -> new FaultyScheduler(correct, bug));
    assertThat(simulation.firstFailure(HISTORIES, bug.invariant))
        .startsWith(bug.invariant + ": ")
        .contains("-Dsimulation.seed=");
  }

  @Test
  void replaysHistoryBySeed() {
    for (long seed = 1; seed <= 20; seed++) {
      HistoryLog first = new HistoryLog(true);
      run(seed, first, UnaryOperator.identity());
      HistoryLog second = new HistoryLog(true);
      run(seed, second, UnaryOperator.identity());
      assertThat(second).as("seed %s", seed).hasToString(first.toString());
    }
  }
}
