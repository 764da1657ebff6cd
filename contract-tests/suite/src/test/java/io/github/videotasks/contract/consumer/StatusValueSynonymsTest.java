package io.github.videotasks.contract.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.contract.replay.ProviderResponse;
import io.github.videotasks.contract.replay.ProviderStateMapping;
import io.github.videotasks.contract.testkit.StubProviderServer;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A contract lets every word pass that means the same as the one shown; so they must mean the same
 * to the extension.
 */
class StatusValueSynonymsTest {

  @ParameterizedTest
  @CsvSource({"pending,QUEUED", "processing,RUNNING", "completed,SUCCEEDED", "failed,FAILED"})
  void extensionMapsSynonymsToSameStage(String word, String stage) {
    try (StubProviderServer provider = new StubProviderServer()) {
      assertThat(ProviderStateMapping.synonymsOf(word))
          .allSatisfy(
              synonym -> assertThat(stageOf(provider, synonym)).as(synonym).isEqualTo(stage));
    }
  }

  private static String stageOf(StubProviderServer provider, String word) {
    ProviderResponse answer =
        ProviderResponse.json(200, "{\"id\": \"x\", \"status\": \"%s\"}".formatted(word));
    AccessorValues view =
        new ExtConsumerClient()
            .fetchTask(provider.respondWith(answer), "queryVideoTask", "x", true);
    return Objects.requireNonNullElse(view.values().get("stage"), "none");
  }
}
