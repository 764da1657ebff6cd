package io.github.videotasks.ext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.videotasks.ext.payload.TaskId;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Unusual ids at each kind of endpoint: each is sent unchanged or rejected before a request. */
class TaskIdMatrixTest {

  private static final List<EndpointStyle> STYLES =
      List.of(
          EndpointStyle.UNIFIED,
          EndpointStyle.OPENAI,
          EndpointStyle.path("/v1/video/generations/{id}"),
          EndpointStyle.path("/kling/{id}/state/"),
          EndpointStyle.path("/v1/query?task={id}"),
          EndpointStyle.path("/v1/query/all?kind=video&task={id}&full"));

  private static final List<String> ACCEPTED =
      List.of(
          "sora-2:task_01k6x15vhrff09dkkqjrzwhm60",
          "video_5c6a605a-30c0-4a6a-9dbd-d1d6cfdd9980",
          "veo3.1-fast:1760545785-euexscdeL8",
          "cgt-20250101123456-abcde",
          "a b",
          "a?b=c&d#e",
          "100%",
          "a%20b",
          "%e4%bb%bb",
          "a;b=c",
          "a+b",
          "...a",
          "任务:一",
          "😀",
          "a@b:c",
          "{id}",
          "\"'<>`|^",
          "-",
          "a".repeat(TaskId.MAX_LENGTH));

  private static final List<String> REJECTED =
      List.of(
          "",
          " ",
          "\t",
          ".",
          "..",
          "...",
          "/",
          "a/b",
          "../admin",
          "a\\b",
          "a\nb",
          "a\r\nX-Injected: 1",
          "a\u0000b",
          "a\u007fb",
          "a\u0085b",
          "a\u200bb",
          "a\u202eb",
          "a\u2028b",
          "a\u2066b",
          "a\ufeffb",
          "\u00a0",
          "%2e%2e",
          "%2E",
          "%252e%252e",
          "..%2fadmin",
          "a%2Fb",
          "a%5cb",
          "a%0d%0aX-Injected: 1",
          "a%00",
          "..;",
          "..;a=b",
          ";",
          ";a=b",
          "%2e%2e%3b",
          "\uff0e\uff0e",
          "\u2025",
          "\u2026",
          "a\uff0fb",
          "a\uff3cb",
          "a\u2100b",
          "\uff05\uff12\uff25\uff05\uff12\uff25",
          "a\ud800b",
          "\udc00",
          "a".repeat(TaskId.MAX_LENGTH + 1),
          "a".repeat(10_000));

  private static Stream<Arguments> withEachStyle(List<String> ids) {
    return ids.stream().flatMap(id -> STYLES.stream().map(style -> Arguments.of(id, style)));
  }

  static Stream<Arguments> sent() {
    return withEachStyle(ACCEPTED);
  }

  static Stream<Arguments> rejected() {
    return withEachStyle(REJECTED);
  }

  private static VideoTasks client(MockWebServer server, EndpointStyle style) {
    return VideoTasks.builder()
        .baseUrl(server.url("/").toString())
        .apiKey("key")
        .endpoint(style)
        .build();
  }

  @ParameterizedTest
  @MethodSource("sent")
  void sendsIdUnchanged(String id, EndpointStyle style) throws Exception {
    try (MockWebServer server = new MockWebServer()) {
      server.start();
      server.enqueue(new MockResponse.Builder().body("{\"status\":\"queued\"}").build());
      try (VideoTasks tasks = client(server, style)) {
        assertThat(tasks.get(id).id().value()).isEqualTo(id);
      }
      String target = server.takeRequest().getTarget();
      assertThat(decodedId(target, style)).isEqualTo(id);
    }
  }

  /** Returns the id as a server decodes it from the request line. */
  private static @Nullable String decodedId(String target, EndpointStyle style) {
    String[] around = style.template().split("\\{id}", -1);
    assertThat(target).startsWith(around[0]).endsWith(around[1]).doesNotContain("#");
    HttpUrl url = HttpUrl.get("http://host" + target);
    if (style.template().contains("?")) {
      assertThat(url.encodedPath()).isEqualTo(around[0].replaceAll("\\?.*", ""));
      assertThat(url.querySize()).isEqualTo(style.template().split("&", -1).length);
      return url.queryParameter(around[0].replaceAll(".*[?&]|=$", ""));
    }
    String id = target.substring(around[0].length(), target.length() - around[1].length());
    assertThat(id).doesNotContain("/", "?");
    return URLDecoder.decode(id.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @MethodSource("rejected")
  void rejectsIdBeforeRequest(String id, EndpointStyle style) throws Exception {
    try (MockWebServer server = new MockWebServer()) {
      server.start();
      try (VideoTasks tasks = client(server, style)) {
        assertThatThrownBy(() -> tasks.get(id))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessageStartingWith("task id: expected ")
            .hasMessageEndingWith("; pass the id exactly as the gateway returned it");
        assertThat(server.getRequestCount()).isZero();
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "sora-2:task_01, sora-2, task_01",
    "veo3.1-fast:1760545785-eu, veo3.1-fast, 1760545785-eu",
    "grok:a:b, grok, a:b",
    "task_01, , task_01",
    ":task_01, , :task_01",
    "sora-2:, , sora-2:",
  })
  void parsesModelAndTask(String id, @Nullable String model, String task) {
    assertThat(new TaskId(id).model()).isEqualTo(model);
    assertThat(new TaskId(id).task()).isEqualTo(task);
  }

  @Test
  @SuppressWarnings("NullAway") // a caller without null checks
  void rejectsNullId() {
    assertThatThrownBy(() -> new TaskId(null))
        .hasMessage(
            "task id: expected a task id, found null; pass the id exactly as the gateway returned"
                + " it");
  }

  @Test
  void coversEnoughIds() {
    assertThat(ACCEPTED.size() + REJECTED.size()).isGreaterThanOrEqualTo(22);
  }
}
