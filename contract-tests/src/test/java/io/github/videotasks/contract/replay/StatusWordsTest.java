package io.github.videotasks.contract.replay;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusWordsTest {

  @ParameterizedTest
  @CsvSource({
    "pending,waiting",
    "NOT_START,waiting",
    "SUCCESS,finished",
    "error,failed",
    "processing,running"
  })
  void foldsTheVendorsWords(String word, String state) {
    assertThat(StatusWords.stateOf(word)).isEqualTo(state);
  }

  @Test
  void knowsTheWordsThatMeanTheSame() {
    assertThat(StatusWords.synonymsOf("SUCCESS"))
        .containsExactly("completed", "success", "succeeded", "succeed", "finished", "done");
  }

  @ParameterizedTest
  @CsvSource({"archived,archived", "Moderating,moderating"})
  void keepsAnUnknownWordAsItsOwnState(String word, String state) {
    assertThat(StatusWords.stateOf(word)).isEqualTo(state);
    assertThat(StatusWords.synonymsOf(word)).containsExactly(word);
  }
}
