package io.github.videotasks.contract.ext;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.videotasks.client.model.VideoTask;
import io.github.videotasks.ext.payload.Stage;
import io.github.videotasks.ext.payload.TaskId;
import io.github.videotasks.ext.payload.TaskState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The words that the contract lists for a status are those that the extension folds. */
class StatusValueCoverageTest {
  @Test
  void mapsEveryStatusValueToStageIgnoringCase() throws IOException {
    List<String> unknown = new ArrayList<>();
    List<String> words = statusValues();
    for (String word : words) {
      if (stage(word) == Stage.UNKNOWN || stage(word.toUpperCase(Locale.ROOT)) != stage(word)) {
        unknown.add(word);
      }
    }
    assertThat(words).contains("pending", "completed", "video_generation_failed", "expired");
    assertThat(unknown).isEmpty();
  }

  private static Stage stage(String word) {
    VideoTask task = VideoTask.builder().id("a").status(word).build();
    return TaskState.of(new TaskId("a"), task).stage();
  }

  private static List<String> statusValues() throws IOException {
    JsonNode contract =
        new YAMLMapper().readTree(Path.of("../spec/canonical/openapi.yaml").toFile());
    List<String> words = new ArrayList<>();
    contract
        .at("/components/schemas/VideoTask/properties/status/x-extensible-enum")
        .forEach(word -> words.add(word.asText()));
    return words;
  }
}
