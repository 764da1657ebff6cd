package io.github.videotasks.ext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.videotasks.ext.download.DownloadOptions;
import io.github.videotasks.ext.error.ErrorKind;
import io.github.videotasks.ext.error.VideoTasksException;
import io.github.videotasks.ext.payload.TaskState;
import io.github.videotasks.ext.polling.TaskListener;
import io.github.videotasks.ext.polling.WaitPolicy;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** A gateway that quotes the key, but not as it was sent. All logging is enabled. */
class EncodedKeyLeakTest {

  private static final String KEY = "sk-Canary+Key/4711-0815";

  /** Returns what must not be shown: more than half of the key in this form. */
  private static String canary(SecretForm form, String key) {
    String visible = visible(form.of(key));
    return visible.substring(visible.length() / 4, visible.length() * 7 / 8);
  }

  private static String visible(String text) {
    return text.replaceAll("[^!-~]", "");
  }

  @TempDir Path folder;
  private final List<String> seen = new CopyOnWriteArrayList<>();
  private final MockWebServer server = new MockWebServer();
  private final RecordingLogHandler logs = new RecordingLogHandler(seen);

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
    return VideoTasks.builder()
        .baseUrl(server.url("/").toString())
        .apiKey(KEY)
        .callOptions(CallOptions.defaults().withMaxRequests(1));
  }

  private static List<String> bodies(String quoted) {
    return List.of(
            "{\"status\":\"failed\",\"error\":{\"message\":\"m %1$s\",\"code\":\"%1$s\"}}",
            "{\"status\":\"%1$s\",\"detail\":{\"%1$s\":[\"%1$s\"]},\"url\":\"https://h/%1$s/v.mp4\"}",
            "{\"error\":{\"message\":\"%1$s\",\"code\":\"%1$s\"}}",
            "<html>the key is %1$s")
        .stream()
        .map(body -> body.formatted(quoted))
        .toList();
  }

  private void record(Supplier<TaskState> call) {
    try {
      TaskState state = call.get();
      seen.add(state + " " + state.failure() + " " + state.assets() + " " + state.task());
      seen.add(state.raw().json());
    } catch (VideoTasksException e) {
      StringWriter trace = new StringWriter();
      e.printStackTrace(new PrintWriter(trace, true));
      seen.add(trace + " " + e.details());
    }
  }

  private void respond(int status, String quoted, String body) {
    server.enqueue(
        new MockResponse.Builder()
            .code(status)
            .body(body)
            .addHeader("X-Request-Id", visible(quoted))
            .build());
  }

  private void assertHidden(String canary) {
    List<String> output = List.of(seen.toArray(String[]::new));
    assertThat(output).hasSizeGreaterThan(8).anyMatch(text -> text.contains("…"));
    assertThat(output.stream().filter(text -> visible(text).contains(canary))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "JSON")
  void hidesKeyInStatesErrorsAndLogs(SecretForm form) {
    String quoted = form.of(KEY);
    try (VideoTasks tasks = builder().build()) {
      for (String body : bodies(quoted)) {
        Stream.of(200, 400, 503).forEach(status -> respond(status, quoted, body));
        Stream.of(1, 2, 3).forEach(call -> record(() -> tasks.get("a")));
      }
      respond(200, quoted, bodies(quoted).get(0));
      TaskListener listener = state -> seen.add(state + " " + state.failure());
      record(() -> tasks.await("a", WaitPolicy.defaults(), listener));
    }
    assertHidden(canary(form, KEY));
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "JSON")
  void hidesKeysOfEarlierRequests(SecretForm form) {
    AtomicInteger number = new AtomicInteger();
    String quoted = form.of(KEY + "11") + " " + form.of(KEY + "13");
    try (VideoTasks tasks = builder().apiKey(() -> KEY + number.incrementAndGet()).build()) {
      for (String body : bodies(quoted)) {
        number.set(10);
        respond(200, "", "{\"status\":\"queued\"}");
        respond(200, "", "{\"status\":\"queued\"}");
        respond(200, quoted, body);
        respond(400, quoted, body);
        Stream.of(1, 2, 3, 4).forEach(call -> record(() -> tasks.get("a")));
      }
    }
    assertHidden(canary(form, KEY + "11"));
    assertHidden(canary(form, KEY + "13"));
  }

  @Test
  void refusesHostThatContainsKey() {
    server.enqueue(
        new MockResponse.Builder().body("{\"status\":\"completed\",\"object\":\"video\"}").build());
    String host = SecretForm.HEX.of(KEY) + ".files.example";
    server.enqueue(
        new MockResponse.Builder()
            .code(302)
            .addHeader("Location", "https://" + host + "/v")
            .build());
    try (VideoTasks tasks = builder().build()) {
      VideoTasksException error =
          catchThrowableOfType(
              VideoTasksException.class,
              () -> tasks.downloads().result("a", folder, DownloadOptions.defaults()));
      assertThat(error.kind()).isEqualTo(ErrorKind.URL_REFUSED);
      assertThat(error).hasMessageContaining("a host name that contains the API key");
      assertThat(error.toString()).doesNotContain(".files.example");
    }
  }
}
