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
  void mapsStatusValueToState(String word, String state) {
    assertThat(ProviderStateMapping.stateOf(word)).isEqualTo(state);
  }

  @Test
  void returnsSynonyms() {
    assertThat(ProviderStateMapping.synonymsOf("SUCCESS"))
        .containsExactly("completed", "success", "succeeded", "succeed", "finished", "done");
  }

  @ParameterizedTest
  @CsvSource({"archived,archived", "Moderating,moderating"})
  void mapsUnknownValueToItself(String word, String state) {
    assertThat(ProviderStateMapping.stateOf(word)).isEqualTo(state);
    assertThat(ProviderStateMapping.synonymsOf(word)).containsExactly(word);
  }
}
