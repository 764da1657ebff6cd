package io.github.videotasks.contract.replay;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProviderStateMappingTest {

  @ParameterizedTest
  @CsvSource({
    "pending,waiting",
    "NOT_START,waiting",
    "SUCCESS,finished",
    "error,failed",
    "processing,running"
  })
  void mapsStatusValueToState(String statusValue, String state) {
    assertThat(ProviderStateMapping.stateOf(statusValue)).isEqualTo(state);
  }

  @Test
  void returnsSynonyms() {
    assertThat(ProviderStateMapping.synonymsOf("SUCCESS"))
        .containsExactly("completed", "success", "succeeded", "succeed", "finished", "done");
  }

  @ParameterizedTest
  @CsvSource({"archived,archived", "Moderating,moderating"})
  void mapsUnknownValueToItself(String statusValue, String state) {
    assertThat(ProviderStateMapping.stateOf(statusValue)).isEqualTo(state);
    assertThat(ProviderStateMapping.synonymsOf(statusValue)).containsExactly(statusValue);
  }
}
