package io.github.videotasks.contract.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.contract.replay.ProviderResponse;
import io.github.videotasks.contract.replay.ProviderStateMapping;
import io.github.videotasks.contract.testkit.StubProviderServer;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Tests that the extension maps synonymous status values to the same stage, because a contract
 * accepts every value that is synonymous with the one in the example.
 */
class StatusValueSynonymsTest {

  @ParameterizedTest
  @CsvSource({"pending,QUEUED", "processing,RUNNING", "completed,SUCCEEDED", "failed,FAILED"})
  void extensionMapsSynonymsToSameStage(String statusValue, String stage) {
    try (StubProviderServer provider = new StubProviderServer()) {
      assertThat(ProviderStateMapping.synonymsOf(statusValue))
          .allSatisfy(
              synonym -> assertThat(stageOf(provider, synonym)).as(synonym).isEqualTo(stage));
    }
  }

  private static String stageOf(StubProviderServer provider, String statusValue) {
    ProviderResponse response =
        ProviderResponse.json(200, "{\"id\": \"x\", \"status\": \"%s\"}".formatted(statusValue));
    AccessorValues values =
        new ExtConsumerClient()
            .fetchTask(provider.respondWith(response), "queryVideoTask", "x", true);
    return Objects.requireNonNullElse(values.values().get("stage"), "none");
  }
}
