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

/** Tests that the extension maps every status value of the contract to a stage. */
class StatusValueCoverageTest {
  @Test
  void mapsEveryStatusValueToStageIgnoringCase() throws IOException {
    List<String> unknown = new ArrayList<>();
    List<String> statusValues = statusValues();
    for (String statusValue : statusValues) {
      if (stage(statusValue) == Stage.UNKNOWN
          || stage(statusValue.toUpperCase(Locale.ROOT)) != stage(statusValue)) {
        unknown.add(statusValue);
      }
    }
    assertThat(statusValues).contains("pending", "completed", "video_generation_failed", "expired");
    assertThat(unknown).isEmpty();
  }

  private static Stage stage(String statusValue) {
    VideoTask task = VideoTask.builder().id("a").status(statusValue).build();
    return TaskState.of(new TaskId("a"), task).stage();
  }

  private static List<String> statusValues() throws IOException {
    JsonNode contract =
        new YAMLMapper().readTree(Path.of("../../spec/canonical/openapi.yaml").toFile());
    List<String> statusValues = new ArrayList<>();
    contract
        .at("/components/schemas/VideoTask/properties/status/x-extensible-enum")
        .forEach(statusValue -> statusValues.add(statusValue.asText()));
    return statusValues;
  }
}
