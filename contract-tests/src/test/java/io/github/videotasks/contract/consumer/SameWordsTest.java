package io.github.videotasks.contract.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.contract.replay.Answer;
import io.github.videotasks.contract.replay.StatusWords;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A contract lets every word pass that means the same as the one shown; so they must mean the same
 * to the extension.
 */
class SameWordsTest {

  @ParameterizedTest
  @CsvSource({"pending,QUEUED", "processing,RUNNING", "completed,SUCCEEDED", "failed,FAILED"})
  void meanTheSameStageToTheExtension(String word, String stage) {
    try (CannedProvider provider = new CannedProvider()) {
      assertThat(StatusWords.synonymsOf(word))
          .allSatisfy(
              synonym -> assertThat(stageTold(provider, synonym)).as(synonym).isEqualTo(stage));
    }
  }

  private static String stageTold(CannedProvider provider, String word) {
    Answer answer = Answer.json(200, "{\"id\": \"x\", \"status\": \"%s\"}".formatted(word));
    TypedView view = new ExtClient().ask(provider.answering(answer), "queryVideoTask", "x", true);
    return Objects.requireNonNullElse(view.told().get("stage"), "none");
  }
}
