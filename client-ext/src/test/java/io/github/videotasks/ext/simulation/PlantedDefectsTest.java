package io.github.videotasks.ext.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Proves that the simulation can fail: it finds each planted defect within some histories. */
class PlantedDefectsTest {

  private static final int HISTORIES = 200;

  private static Simulation.Failure find(PlantedDefect defect) {
    Simulation simulation = new Simulation((seed, log) -> SimulatedHistory.run(seed, log, defect));
    Simulation.Failure failure =
        simulation.firstFailure(HISTORIES, it -> it.invariant() == defect.invariant());
    return Objects.requireNonNull(failure, defect + " was not found");
  }

  @ParameterizedTest
  @EnumSource(PlantedDefect.class)
  void findsDefect(PlantedDefect defect) {
    assertThat(find(defect).violation()).hasMessageStartingWith(defect.invariant() + ": ");
  }

  @Test
  void plantsDefectForEachInvariant() {
    assertThat(Arrays.stream(PlantedDefect.values()).map(PlantedDefect::invariant))
        .contains(Invariant.values());
  }

  @Test
  void describesSeedAndLastEvents() {
    Simulation.Failure failure = find(PlantedDefect.REPEATS_TERMINAL_EVENTS);
    assertThat(failure.describe())
        .startsWith("NO_DOUBLE_END: ")
        .contains("replay the whole history with -Dsimulation.seed=" + failure.seed())
        .contains(failure.log().lastEvents());
  }
}
