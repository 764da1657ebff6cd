package io.github.videotasks.contract.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.videotasks.client.runtime.JsonValue;
import io.github.videotasks.contract.http.ReceivedResponse;
import io.github.videotasks.contract.provider.PactInteraction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import okio.ByteString;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LiveRecordingTest {

  private static final Path MASKING = Path.of("../../spec/tool/src/test/resources/masking");
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-26T09:00:00Z"));

  private static final PactInteraction WAITING =
      new PactInteraction("chainhub-grok", "queryVideoTask", "waiting", "");

  private final LiveRecording recording = new LiveRecording(null, CLOCK);

  /** The table that client-ext and spec-tool pass as well. */
  static Stream<JsonValue> maskingCases() throws IOException {
    return JsonValue.parse(Files.readString(MASKING.resolve("cases.json"))).elements().stream()
        // The requests of a contract have no bodies.
        .filter(row -> row.get("requestBody") == null);
  }

  @ParameterizedTest
  @MethodSource("maskingCases")
  void masksUrlAndBody(JsonValue row) {
    List<JsonValue> keys = get(row, "keys").elements();
    String key = keys.isEmpty() ? null : keys.get(0).asString();
    LiveRecording masked = new LiveRecording(key, CLOCK);
    masked.onResponse(
        WAITING, "", response(text(row, "url"), 200, "application/json", get(row, "body").json()));

    JsonValue line = JsonValue.parse(masked.lines().get(0));
    assertThat(get(get(line, "request"), "url")).isEqualTo(get(row, "maskedUrl"));
    assertThat(get(get(line, "response"), "body").json()).isEqualTo(get(row, "maskedBody").json());
  }

  static Stream<String> keyForms() throws IOException {
    JsonValue table = JsonValue.parse(Files.readString(MASKING.resolve("key-forms.json")));
    return get(table, "forms").properties().values().stream().map(JsonValue::json);
  }

  /** The forms of a quoted key that the leak tests of client-ext know. */
  @ParameterizedTest
  @MethodSource("keyForms")
  void recordsNoFormOfTheKey(String quoted) throws IOException {
    JsonValue table = JsonValue.parse(Files.readString(MASKING.resolve("key-forms.json")));
    LiveRecording masked = new LiveRecording(text(table, "key"), CLOCK);
    String url = "https://h.example/v1/videos/" + text(table, "key").replace("/", "%2F");
    String body =
        """
        {"status": "failed", %1$s: 1, "id": %1$s, "echo": %1$s, "error": {"message": %1$s,
         "code": %1$s}, "list": [%1$s], "video_url": "https://h.example/v.mp4?sig=SIGNATURE"}
        """
            .formatted(quoted);
    masked.onResponse(WAITING, "", response(url, 200, "application/json", body));
    masked.onResponse(WAITING, "", response(url, 404, body, body));
    masked.onResponse(WAITING, "", response(url, 400, "text/html", "<html>" + body));

    assertThat(String.join("\n", masked.lines()))
        .contains("\"status\":\"failed\"", "https://h.example/v.mp4?masked")
        .doesNotContainIgnoringCase("canary", "Authorization", "Bearer", "SIGNATURE")
        .doesNotContainIgnoringCase(quoted.substring(1, quoted.length() - 1));
    assertThat(String.join("", masked.lines()).replaceAll("[^!-~]", ""))
        .doesNotContainIgnoringCase("canary");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sora-2:task_01kbfq03gpe0wr9ge11z", "task-12", "video_42"})
  void recordsNoTaskId(String id) {
    String url = "https://h.example/v1/videos/" + id;
    recording.onResponse(
        WAITING,
        id,
        response(
            url,
            404,
            "application/json",
            "{\"message\":\"no %s\",\"at\":[\"%s\"]}".formatted(id, id)));

    assertThat(recording.lines().get(0)).doesNotContain(id);
  }

  @Test
  void namesTheInteractionOfALine() {
    recording.onResponse(
        WAITING, "task-1", response("https://h.example/v1?id=task-1", 200, "text/html", "<a>"));

    assertThat(recording.lines())
        .containsExactly(
            "{\"interaction\":{\"operation\":\"queryVideoTask\",\"state\":\"waiting\"},"
                + "\"at\":\"2026-11-26T09:00:00Z\","
                + "\"request\":{\"method\":\"GET\",\"url\":\"https://h.example/v1?id=id-1\"},"
                + "\"response\":{\"status\":200,\"headers\":{\"content-type\":\"text/html\"},"
                + "\"bodyBytes\":3}}");
  }

  @Test
  void namesNoInteractionOfAForeignPact() {
    PactInteraction foreign =
        new PactInteraction("acme", "", "task sora-2:task_01kbfq03 is waiting", "");
    recording.onResponse(foreign, "", response("https://h.example/v1", 200, null, "{}"));

    assertThat(recording.lines().get(0)).startsWith("{\"at\":").doesNotContain("task_01");
  }

  @Test
  void leavesOutResponseWithTooManyValues() {
    String list = "[" + "1,".repeat(20_000) + "1]";
    recording.onResponse(WAITING, "", response("https://h.example/", 200, "a/b", list));

    assertThat(recording.lines()).isEmpty();
    assertThat(recording.dropped()).isEqualTo(1);
  }

  @Test
  void rejectsKeyThatNoHeaderCanHold() {
    assertThatThrownBy(() -> new LiveRecording("sk key", CLOCK))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("API key: expected visible ASCII characters without blanks")
        .hasMessageNotContaining("sk key");
  }

  private static ReceivedResponse response(
      String url, int status, @Nullable String type, String body) {
    return new ReceivedResponse("GET", url, status, type, type, ByteString.encodeUtf8(body));
  }

  private static String text(JsonValue row, String name) {
    return String.valueOf(get(row, name).asString());
  }

  private static JsonValue get(JsonValue row, String name) {
    return Objects.requireNonNull(row.get(name), name);
  }
}
