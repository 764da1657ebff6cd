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
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A gateway that quotes the key, but not as it was sent. All logging is enabled. */
class EncodedKeyLeakTest {

  private static final String KEY = "sk-Canary+Key/4711-0815";

  /** How a gateway quotes a key. */
  private enum Form {
    UPPER_CASE(key -> key.toUpperCase(Locale.ROOT)),
    LOWER_CASE(key -> key.toLowerCase(Locale.ROOT)),
    BASE64(key -> Base64.getEncoder().encodeToString(bytes(key))),
    BASE64_OF_HEADER(key -> Base64.getUrlEncoder().encodeToString(bytes("user:" + key))),
    HEX(key -> HexFormat.of().formatHex(bytes(key))),
    PERCENT_ENCODED(
        key ->
            URLEncoder.encode(
                URLEncoder.encode(key, StandardCharsets.UTF_8), StandardCharsets.UTF_8)),
    ZERO_WIDTH(key -> String.join("\u200b", key.split(""))),

    /** Most of the key is in the part of a text that is read for a message, but not all. */
    ZERO_WIDTH_RUNS(key -> String.join("\u200b".repeat(70), key.split("")));

    @SuppressWarnings("ImmutableEnumChecker") // the encodings are pure functions
    private final UnaryOperator<String> encoding;

    Form(UnaryOperator<String> encoding) {
      this.encoding = encoding;
    }

    private static byte[] bytes(String text) {
      return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Returns what must not be shown: more than half of the key in this form. */
    String canary(String key) {
      String form = visible(encoding.apply(key));
      return form.substring(form.length() / 4, form.length() * 7 / 8);
    }
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
  @EnumSource(Form.class)
  void hidesKeyInStatesErrorsAndLogs(Form form) {
    String quoted = form.encoding.apply(KEY);
    try (VideoTasks tasks = builder().build()) {
      for (String body : bodies(quoted)) {
        Stream.of(200, 400, 503).forEach(status -> respond(status, quoted, body));
        Stream.of(1, 2, 3).forEach(call -> record(() -> tasks.get("a")));
      }
      respond(200, quoted, bodies(quoted).get(0));
      TaskListener listener = state -> seen.add(state + " " + state.failure());
      record(() -> tasks.await("a", WaitPolicy.defaults(), listener));
    }
    assertHidden(form.canary(KEY));
  }

  @ParameterizedTest
  @EnumSource(Form.class)
  void hidesKeysOfEarlierRequests(Form form) {
    AtomicInteger number = new AtomicInteger();
    String quoted = form.encoding.apply(KEY + "11") + " " + form.encoding.apply(KEY + "13");
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
    assertHidden(form.canary(KEY + "11"));
    assertHidden(form.canary(KEY + "13"));
  }

  @Test
  void refusesHostThatContainsKey() {
    server.enqueue(
        new MockResponse.Builder().body("{\"status\":\"completed\",\"object\":\"video\"}").build());
    String host = Form.HEX.encoding.apply(KEY) + ".files.example";
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
