package io.github.videotasks.contract.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PactStateTest {

  /** A pact of another team may name the states alone. */
  @ParameterizedTest
  @CsvSource({
    "a task is waiting, waiting",
    "a task has failed, failed",
    "a task is polled too often, rate-limited",
    "no token is sent, unauthorised",
    "no task has this id, unknown-id",
    "the moon is full, the moon is full"
  })
  void derivesShortNameFromName(String name, String shortName) {
    assertThat(new PactState(name, Map.of()).shortName()).isEqualTo(shortName);
  }

  @Test
  void prefersShortNameOfParameters() {
    PactState state = new PactState("a task is waiting", Map.of("state", "waiting-2", "id", 7));

    assertThat(state.shortName()).isEqualTo("waiting-2");
    assertThat(state.taskId()).isEqualTo("7");
  }
}
