package io.github.videotasks.ext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.videotasks.client.api.VideoTasksApi;
import io.github.videotasks.client.runtime.JsonValue;
import io.github.videotasks.ext.payload.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okhttp3.ResponseBody;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import retrofit2.Call;
import retrofit2.http.Body;
import retrofit2.http.POST;

/** What a recording contains of calls, waits and generated interfaces, and what it does not. */
class RecordingLeakTest {

  private static final String KEY = "sk-Canary+Key/4711-0815";
  private static final String ID = "sora-2:task_canary01kbfq03gpe0wr9ge11z";

  @TempDir Path folder;
  private final List<String> logged = new CopyOnWriteArrayList<>();
  private final RecordingLogHandler logs = new RecordingLogHandler(logged);
  private final MockWebServer server = new MockWebServer();

  @BeforeEach
  void start() throws Exception {
    logs.start();
    server.start();
  }

  @AfterEach
  void stop() {
    logs.close();
    server.close();
  }

  private VideoTasksBuilder builder() {
    return VideoTasks.builder().baseUrl(server.url("/").toString()).apiKey(KEY).maxRetries(1);
  }

  private Path file() {
    return folder.resolve("recording.ndjson");
  }

  private List<JsonValue> lines() throws IOException {
    return Files.readAllLines(file()).stream().map(JsonValue::parse).toList();
  }

  private void enqueue(int code, String body) {
    server.enqueue(
        new MockResponse.Builder()
            .code(code)
            .addHeader("Content-Type", "application/json")
            .addHeader("Set-Cookie", "session=CANARY")
            .body(body)
            .build());
  }

  private static String task(String status) {
    return "{\"id\":\""
        + ID
        + "\",\"status\":\""
        + status
        + "\",\"video_url\":\"https://h/v.mp4?sig=CANARY\"}";
  }

  @Test
  void recordsCallsWaitsAndInterfacesWithTheirRetries() throws Exception {
    for (String body : List.of(task("queued"), "{}", task("running"), task("completed"))) {
      enqueue(body.equals("{}") ? 503 : 200, body);
    }
    enqueue(200, task("completed"));
    enqueue(200, task("completed"));
    try (VideoTasks tasks = builder().recordTo(file(), 1 << 20).build()) {
      tasks.get(ID);
      tasks.get(ID);
      tasks.await(ID);
      tasks.watch(ID, state -> {}).result().get();
      tasks.api(VideoTasksApi.class).retrieveVideo(ID).execute();
    }
    assertThat(lines().stream().map(RecordingLeakTest::status))
        .containsExactly(
            "200 queued",
            "503 -",
            "200 running",
            "200 completed",
            "200 completed",
            "200 completed",
            "null -");
    assertThat(lines().get(6).json()).isEqualTo("{\"recording\":{\"written\":6,\"dropped\":0}}");
    assertThat(Files.readString(file()))
        .contains("sora-2:id-1")
        .doesNotContainIgnoringCase("canary");
  }

  private static String status(JsonValue line) {
    JsonValue response = line.get("response");
    if (response == null) {
      return "null -";
    }
    JsonValue body = response.get("body");
    JsonValue status = body == null ? null : body.get("status");
    JsonValue code = response.get("status");
    return (code == null ? "" : code.json()) + " " + (status == null ? "-" : status.asString());
  }

  @ParameterizedTest
  @EnumSource
  void recordsNeitherKeyNorPromptNorId(SecretForm form) throws Exception {
    for (String secret : List.of(KEY, "a CANARY prompt", "CANARYPROMPT", ID)) {
      String quoted = form.of(secret);
      enqueue(
          200,
          "{\"status\":\"failed\",\"prompt\":\"%1$s\",\"echo\":\"%1$s\",\"%1$s\":1,\"id\":\"%1$s\",\"url\":\"https://h/%1$s.mp4?sig=%1$s\"}"
              .formatted(quoted));
      enqueue(
          404,
          "{\"error\":{\"message\":\"%1$s\",\"code\":\"%1$s\"},\"prompt\":\"%1$s\"}"
              .formatted(quoted));
      enqueue(400, "<html>" + quoted);
    }
    try (VideoTasks tasks = builder().maxRetries(0).recordTo(file(), 1 << 20).build()) {
      for (int i = 0; i < 12; i++) {
        var unused = catchThrowable(() -> tasks.get(ID));
      }
    }
    assertThat(lines()).hasSize(13);
    // Other log lines name the requested task, for the operator.
    List<String> ownLines = logged.stream().filter(line -> line.contains("recording")).toList();
    String recorded = Files.readString(file()) + ownLines;
    for (String secret : List.of(KEY, "a CANARY prompt", "CANARYPROMPT", ID)) {
      assertThat(recorded).doesNotContainIgnoringCase(form.of(secret));
    }
    assertThat(Files.readString(file())).doesNotContainIgnoringCase("canary");
  }

  /** An operation that the contract does not have. */
  interface RecordedCreateApi {
    @POST("v1/videos")
    Call<ResponseBody> create(@Body RequestBody request);
  }

  /** A prompt of one word looks like a status value, so it must be known to be masked. */
  @Test
  void masksThePromptOfTheRequestAndDropsResponsesToUnknownOnes() throws Exception {
    MediaType json = MediaType.get("application/json");
    String prompt = "{\"prompt\":\"canary\"}";
    try (VideoTasks tasks = builder().recordTo(file(), 1 << 20).build()) {
      RecordedCreateApi api = tasks.api(RecordedCreateApi.class);
      for (RequestBody sent :
          List.of(
              RequestBody.create(prompt, json),
              RequestBody.create(prompt + " ".repeat(65_536), json),
              RequestBody.create("canary", MediaType.get("text/plain")))) {
        enqueue(200, "{\"status\":\"queued\",\"note\":\"canary\"}");
        assertThat(api.create(sent).execute().code()).isEqualTo(200);
      }
    }
    assertThat(lines().get(0).json())
        .endsWith("\"body\":{\"status\":\"queued\",\"note\":\"masked\"}}}");
    assertThat(lines().get(1).json()).isEqualTo("{\"recording\":{\"written\":1,\"dropped\":2}}");
  }

  @Test
  void recordsNothingByDefault() {
    enqueue(200, task("completed"));
    try (VideoTasks tasks = builder().build()) {
      tasks.get(ID);
    }
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void callsSucceedWithoutWritableFile() {
    enqueue(200, task("completed"));
    try (VideoTasks tasks = builder().recordTo(folder, 1_024).build()) {
      assertThat(tasks.get(ID).stage()).isEqualTo(Stage.SUCCEEDED);
    }
  }

  @Test
  void rejectsSizeThatHoldsNoLine() {
    assertThatThrownBy(() -> builder().recordTo(file(), 1_023))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected maxBytes >= 1024, found 1023");
  }
}
