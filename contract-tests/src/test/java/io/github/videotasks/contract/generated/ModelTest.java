package io.github.videotasks.contract.generated;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.client.JsonValue;
import io.github.videotasks.client.model.TaskDetail;
import io.github.videotasks.client.model.TaskInput;
import io.github.videotasks.client.model.VideoTask;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The models as Java values. */
class ModelTest {
  @Test
  void buildsWhatItReads() throws IOException {
    VideoTask built =
        VideoTask.builder()
            .id("a")
            .status("completed")
            .progress(100)
            .createdAt(1761622232L)
            .videoUrl(null)
            .detail(TaskDetail.builder().url("https://h/p").build())
            .build();

    assertThat(built)
        .isEqualTo(
            Json.task(
                "{\"id\":\"a\",\"status\":\"completed\",\"progress\":100,\"created_at\":1761622232,"
                    + "\"video_url\":null,\"detail\":{\"url\":\"https://h/p\"}}"));
  }

  @Test
  void isEqualWhateverTheOrderOfMembers() throws IOException {
    assertThat(Json.task("{\"id\":\"a\",\"x\":1,\"status\":\"p\"}"))
        .isEqualTo(Json.task("{\"x\":1,\"status\":\"p\",\"id\":\"a\"}"))
        .hasSameHashCodeAs(Json.task("{\"x\":1,\"status\":\"p\",\"id\":\"a\"}"))
        .isNotEqualTo(Json.task("{\"id\":\"a\",\"x\":1.0,\"status\":\"p\"}"))
        .isNotEqualTo(Json.task("{\"id\":\"a\",\"x\":1,\"status\":\"p\",\"mode\":null}"));
  }

  @Test
  void changesOneMemberAndKeepsTheRestInPlace() throws IOException {
    VideoTask task = Json.task("{\"x\":1.50,\"status\":\"pending\",\"id\":\"a\",\"mode\":null}");

    VideoTask changed = task.toBuilder().status("completed").without("mode").build();

    assertThat(Json.text(changed)).isEqualTo("{\"x\":1.50,\"status\":\"completed\",\"id\":\"a\"}");
    assertThat(task.status()).isEqualTo("pending");
  }

  @Test
  void setsMembersThatTheContractDoesNotDeclare() {
    VideoTask task = VideoTask.builder().member("x", JsonValue.parse("[1]")).build();

    assertThat(Json.text(task)).isEqualTo("{\"x\":[1]}");
  }

  @Test
  void doesNotChangeWithTheListItWasBuiltFrom() {
    List<String> images = new ArrayList<>(List.of("a"));
    TaskInput input = TaskInput.builder().images(images).build();

    images.add("b");

    assertThat(input.images()).containsExactly("a").isUnmodifiable();
  }

  @Test
  void masksSignedAddressesAndShortensLongTexts() throws IOException {
    VideoTask task =
        Json.task(
            "{\"id\":\"a\",\"video_url\":\"https://u:pw@h/p%2Fv.mp4?se=1&sig=SECRET#x\","
                + "\"prompt\":\""
                + "ab".repeat(200)
                + "\",\"x\":{\"u\":[\"see HTTP://h/p?token=SECRET now\"]}}");

    assertThat(task)
        .hasToString(
            "VideoTask{id=a, video_url=https://***@h/p%2Fv.mp4?***, prompt="
                + "ab".repeat(40)
                + "... (400 characters), x={\"u\":[\"see HTTP://h/p?*** now\"]}}");
  }
}
