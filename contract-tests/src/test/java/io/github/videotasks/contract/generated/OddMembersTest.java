package io.github.videotasks.contract.generated;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.client.JsonValue;
import io.github.videotasks.client.model.PendingInfo;
import io.github.videotasks.client.model.VideoTask;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One odd member never fails the answer: it is kept, shown as odd, and written back. */
class OddMembersTest {
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
  void keepsADetailThatIsNoObject(String detail, String kind) throws IOException {
    String json = "{\"id\":\"a\",\"status\":\"pending\",\"detail\":" + detail + "}";

    VideoTask task = Json.task(json);

    assertThat(task.detail()).isNull();
    assertThat(task.member("detail")).isEqualTo(JsonValue.parse(detail));
    assertThat(task.mismatches()).containsExactly("$.detail: expected object, was " + kind);
    assertThat(Json.text(task)).isEqualTo(json);
  }

  @Test
  void takesAnEmptyDetailAsADetail() throws IOException {
    VideoTask task = Json.task("{\"id\":\"a\",\"status\":\"pending\",\"detail\":{}}");

    assertThat(task.detail()).isNotNull();
    assertThat(task.mismatches()).isEmpty();
  }

  @Test
  void tellsNullFromAbsent() throws IOException {
    VideoTask task =
        Json.task("{\"id\":\"a\",\"status\":\"pending\",\"video_url\":null,\"x\":null}");

    assertThat(task.isNull("video_url")).isTrue();
    assertThat(task.isNull("x")).isTrue();
    assertThat(task.isNull("detail")).isFalse();
    assertThat(task.member("video_url")).isEqualTo(JsonValue.NULL);
    assertThat(task.member("detail")).isNull();
  }

  @Test
  void keepsProgressWithAPercentSign() throws IOException {
    VideoTask task = Json.task("{\"id\":\"a\",\"status\":\"pending\",\"progress\":\"45%\"}");

    assertThat(task.progress()).isNull();
    assertThat(task.member("progress")).isEqualTo(JsonValue.of("45%"));
    assertThat(task.mismatches())
        .containsExactly("$.progress: expected integer (32 bits), was string");
  }

  @Test
  void reportsWhereADeepMemberIsOdd() throws IOException {
    VideoTask task =
        Json.task(
            "{\"id\":\"a\",\"status\":\"p\",\"detail\":{\"pending_info\":"
                + "{\"width\":\"352\",\"inpaint_items\":[{},7,{\"frame_index\":1.5}]}}}");

    assertThat(task.mismatches())
        .containsExactly(
            "$.detail.pending_info.width: expected integer (32 bits), was string",
            "$.detail.pending_info.inpaint_items[1]: expected object, was number",
            "$.detail.pending_info.inpaint_items[2].frame_index: expected integer (32 bits), was 1.5");
  }

  @Test
  void givesNoListWhenOneElementIsOdd() {
    PendingInfo info = PendingInfo.of(JsonValue.parse("{\"inpaint_items\":[{},7]}"));

    assertThat(info.inpaintItems()).isNull();
    assertThat(info.member("inpaint_items")).isEqualTo(JsonValue.parse("[{},7]"));
  }

  @Test
  void reportsRequiredMembersThatAreAbsentOrNull() throws IOException {
    assertThat(Json.task("{\"status\":null}").mismatches())
        .containsExactly(
            "$.id: expected string, was absent", "$.status: expected string, was null");
  }

  @Test
  void keepsUndeclaredMembersInTheirPlace() throws IOException {
    String json = "{\"z\":1.50,\"status\":\"p\",\"a\":{\"y\":[1e400]},\"id\":\"i\",\"m\":null}";

    VideoTask task = Json.task(json);

    assertThat(task.additionalMembers())
        .containsExactly(
            Map.entry("z", JsonValue.parse("1.50")),
            Map.entry("a", JsonValue.parse("{\"y\":[1e400]}")),
            Map.entry("m", JsonValue.NULL));
    assertThat(Json.text(task)).isEqualTo(json);
  }

  @Test
  void takesTheLastOfMembersWithOneNameAtThePlaceOfTheFirst() throws IOException {
    VideoTask task =
        Json.task("{\"id\":\"1\",\"x\":1,\"status\":\"p\",\"id\":\"2\",\"x\":{\"k\":1,\"k\":2}}");

    assertThat(Json.text(task)).isEqualTo("{\"id\":\"2\",\"x\":{\"k\":2},\"status\":\"p\"}");
  }

  @Test
  void keepsLoneSurrogatesInValuesAndNames() throws IOException {
    String json = "{\"id\":\"\\ud800\",\"status\":\"p\",\"x\\udc00\":{\"\\ud83d\":\"\\ude00\"}}";

    assertThat(Json.text(Json.task(json))).isEqualTo(json);
  }
}
