package io.github.videotasks.client.generated;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.client.model.TaskDetail;
import io.github.videotasks.client.model.TaskInput;
import io.github.videotasks.client.model.VideoTask;
import io.github.videotasks.client.runtime.JsonValue;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Models as Java values: building, equality, defensive copies and masking in {@code toString}. */
class ModelTest {
  @Test
  void buildsSameModelAsParsed() throws IOException {
    VideoTask built =
        VideoTask.builder()
            .id("a")
            .status("completed")
            .progress(100L)
            .createdAt(1761622232L)
            .videoUrl(null)
            .detail(TaskDetail.builder().url("https://h/p").build())
            .build();

    assertThat(built)
        .isEqualTo(
            TaskJson.parse(
                "{\"id\":\"a\",\"status\":\"completed\",\"progress\":100,\"created_at\":1761622232,"
                    + "\"video_url\":null,\"detail\":{\"url\":\"https://h/p\"}}"));
  }

  @Test
  void equalsIgnoresPropertyOrder() throws IOException {
    assertThat(TaskJson.parse("{\"id\":\"a\",\"x\":1,\"status\":\"p\"}"))
        .isEqualTo(TaskJson.parse("{\"x\":1,\"status\":\"p\",\"id\":\"a\"}"))
        .hasSameHashCodeAs(TaskJson.parse("{\"x\":1,\"status\":\"p\",\"id\":\"a\"}"))
        .isNotEqualTo(TaskJson.parse("{\"id\":\"a\",\"x\":1.0,\"status\":\"p\"}"))
        .isNotEqualTo(TaskJson.parse("{\"id\":\"a\",\"x\":1,\"status\":\"p\",\"mode\":null}"));
  }

  @Test
  void changesOnePropertyAndKeepsOrder() throws IOException {
    VideoTask task =
        TaskJson.parse("{\"x\":1.50,\"status\":\"pending\",\"id\":\"a\",\"mode\":null}");

    VideoTask changed = task.toBuilder().status("completed").removeProperty("mode").build();

    assertThat(TaskJson.write(changed))
        .isEqualTo("{\"x\":1.50,\"status\":\"completed\",\"id\":\"a\"}");
    assertThat(task.status()).isEqualTo("pending");
  }

  @Test
  void setsAdditionalProperties() {
    VideoTask task = VideoTask.builder().property("x", JsonValue.parse("[1]")).build();

    assertThat(TaskJson.write(task)).isEqualTo("{\"x\":[1]}");
  }

  @Test
  void copiesListsDefensively() {
    List<String> images = new ArrayList<>(List.of("a"));
    TaskInput input = TaskInput.builder().images(images).build();

    images.add("b");

    assertThat(input.images()).containsExactly("a").isUnmodifiable();
  }

  @Test
  void masksSignedUrlsAndTruncatesLongTexts() throws IOException {
    VideoTask task =
        TaskJson.parse(
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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://h/p?sig=SECRET",
        "HTTPS://h/p?Signature=SECRET&se=SECRET",
        "//h/p?sig=SECRET",
        "//SECRET@h/p",
        "/p?token=SECRET",
        "p?token=SECRET",
        "?sig=SECRET",
        "sig=SECRET",
        "a=1&X-Amz-Signature=SECRET&X-Amz-Credential=SECRET/b",
        "se=SECRET",
        "https://h/p?SECRET",
        "https://h/p#SECRET",
        "https://h/p;SECRET",
        "https://h/p%3Fsig%3DSECRET",
        "https://u:SECRET@h/p",
        "https://u%40x:SECRET@h/p",
        "https://h/a,https://u:SECRET@h/b?sig=SECRET",
        "s3://h/p?SECRET",
        "wss://h/p?SECRET",
        "https:\\/\\/h\\/p?sig=SECRET",
        "https:\\u002f\\u002fh\\u002fp\\u003fSECRET",
        "next=https%3A%2F%2Fh%2Fp%3FSECRET",
        "next=https%253A%252F%252Fh%252Fp%253FSECRET",
        "https:&#x2F;&#x2F;h&#x2F;p&#x3F;SECRET",
        "https://h/p?a=x y&sig=SECRET",
        "https://h/p?a=\"x\"&token=SECRET",
        "https://h/p?a=<x>&token=SECRET",
        "{\"u\":\"https://h/p?a\\u0026sig=SECRET\"}",
        "(https://h/p?sig=SECRET).",
        "https://h/p\u4e2d?sig=SECRET",
        "https://h/p?api_key=SECRET",
        "Authorization: Bearer SECRET-SECRET",
        "sk-SECRETSECRET",
      })
  void masksSecretsAnywhere(String text) throws IOException {
    String json = JsonValue.of(text).json();

    String shown =
        TaskJson.parse(
                "{\"id\":%1$s,\"detail\":{\"url\":%1$s},\"x\":[%1$s],\"seconds\":{\"y\":%1$s},%1$s:1}"
                    .formatted(json))
            .toString();

    assertThat(shown).doesNotContain("SECRET").contains("***");
    assertThat(JsonValue.of(text).toString()).doesNotContain("SECRET");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://h/p/v.mp4",
        "//h/p",
        "Why? Because.",
        "a = b; c",
        "task_01k6x15vhrff09dkkqjrzwhm60",
        "sora-2:task-1",
        "and/or",
        "100%",
      })
  void keepsTextsWithoutSecrets(String text) {
    assertThat(JsonValue.of(text)).hasToString("\"" + text + "\"");
  }
}
