package io.github.videotasks.client.generated;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.client.model.TaskPendingInfo;
import io.github.videotasks.client.model.VideoTask;
import io.github.videotasks.client.runtime.JsonValue;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A property that does not match its declared type never fails the response: it is kept, reported
 * by {@code mismatches()} and written back.
 */
class MismatchedPropertiesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"soon\" | string",
        "[1,2] | array",
        "7 | number",
        "true | boolean",
      })
  void keepsDetailThatIsNotAnObject(String detail, String kind) throws IOException {
    String json = "{\"id\":\"a\",\"status\":\"pending\",\"detail\":" + detail + "}";

    VideoTask task = TaskJson.parse(json);

    assertThat(task.detail()).isNull();
    assertThat(task.property("detail")).isEqualTo(JsonValue.parse(detail));
    assertThat(task.mismatches()).containsExactly("$.detail: expected object, found " + kind);
    assertThat(TaskJson.write(task)).isEqualTo(json);
  }

  @Test
  void acceptsEmptyDetail() throws IOException {
    VideoTask task = TaskJson.parse("{\"id\":\"a\",\"status\":\"pending\",\"detail\":{}}");

    assertThat(task.detail()).isNotNull();
    assertThat(task.mismatches()).isEmpty();
  }

  @Test
  void distinguishesNullFromAbsent() throws IOException {
    VideoTask task =
        TaskJson.parse("{\"id\":\"a\",\"status\":\"pending\",\"video_url\":null,\"x\":null}");

    assertThat(task.isNull("video_url")).isTrue();
    assertThat(task.isNull("x")).isTrue();
    assertThat(task.isNull("detail")).isFalse();
    assertThat(task.property("video_url")).isEqualTo(JsonValue.NULL);
    assertThat(task.property("detail")).isNull();
  }

  @Test
  void keepsProgressWithPercentSign() throws IOException {
    VideoTask task = TaskJson.parse("{\"id\":\"a\",\"status\":\"pending\",\"progress\":\"45%\"}");

    assertThat(task.progress()).isNull();
    assertThat(task.property("progress")).isEqualTo(JsonValue.of("45%"));
    assertThat(task.mismatches())
        .containsExactly("$.progress: expected integer (64 bits), found string");
  }

  @Test
  void reportsPathsOfNestedMismatches() throws IOException {
    VideoTask task =
        TaskJson.parse(
            "{\"id\":\"a\",\"status\":\"p\",\"detail\":{\"pending_info\":"
                + "{\"width\":\"352\",\"inpaint_items\":[{},7,{\"frame_index\":1.5}]}}}");

    assertThat(task.mismatches())
        .containsExactly(
            "$.detail.pending_info.width: expected integer (64 bits), found string",
            "$.detail.pending_info.inpaint_items[1]: expected object, found number",
            "$.detail.pending_info.inpaint_items[2].frame_index: expected integer (64 bits), found"
                + " 1.5");
  }

  @Test
  void returnsNullForListWithMismatchedElement() {
    TaskPendingInfo info = TaskPendingInfo.of(JsonValue.parse("{\"inpaint_items\":[{},7]}"));

    assertThat(info.inpaintItems()).isNull();
    assertThat(info.property("inpaint_items")).isEqualTo(JsonValue.parse("[{},7]"));
  }

  @Test
  void reportsRequiredPropertiesThatAreAbsentOrNull() throws IOException {
    assertThat(TaskJson.parse("{\"status\":null}").mismatches())
        .containsExactly(
            "$.id: expected string, found absent", "$.status: expected string, found null");
  }

  @Test
  void keepsOrderOfAdditionalProperties() throws IOException {
    String json = "{\"z\":1.50,\"status\":\"p\",\"a\":{\"y\":[1e400]},\"id\":\"i\",\"m\":null}";

    VideoTask task = TaskJson.parse(json);

    assertThat(task.additionalProperties())
        .containsExactly(
            Map.entry("z", JsonValue.parse("1.50")),
            Map.entry("a", JsonValue.parse("{\"y\":[1e400]}")),
            Map.entry("m", JsonValue.NULL));
    assertThat(TaskJson.write(task)).isEqualTo(json);
  }

  @Test
  void keepsLastDuplicatePropertyAtFirstPosition() throws IOException {
    VideoTask task =
        TaskJson.parse(
            "{\"id\":\"1\",\"x\":1,\"status\":\"p\",\"id\":\"2\",\"x\":{\"k\":1,\"k\":2}}");

    assertThat(TaskJson.write(task)).isEqualTo("{\"id\":\"2\",\"x\":{\"k\":2},\"status\":\"p\"}");
  }

  @Test
  void keepsLoneSurrogatesInValuesAndNames() throws IOException {
    String json = "{\"id\":\"\\ud800\",\"status\":\"p\",\"x\\udc00\":{\"\\ud83d\":\"\\ude00\"}}";

    assertThat(TaskJson.write(TaskJson.parse(json))).isEqualTo(json);
  }
}
