package io.github.videotasks.ext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.videotasks.ext.error.ApiKeyRejectedException;
import io.github.videotasks.ext.error.ErrorKind;
import io.github.videotasks.ext.error.VideoTasksException;
import io.github.videotasks.ext.payload.Stage;
import io.github.videotasks.ext.payload.TaskState;
import io.github.videotasks.ext.polling.TaskListener;
import io.github.videotasks.ext.polling.WaitPolicy;
import io.github.videotasks.ext.schedule.PollSchedule;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** API keys from a supplier: which one is sent, and that no key is part of a message or a log. */
class RotatingKeyTest {

  private static final String CANARY = "canary+token/4711-";

  @TempDir Path folder;
  private final List<String> seen = new CopyOnWriteArrayList<>();
  private final MockWebServer server = new MockWebServer();
  private final RecordingLogHandler logs = new RecordingLogHandler(seen);
  private final AtomicInteger calls = new AtomicInteger();

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

  private static String key(int number) {
    return CANARY + "%04d=".formatted(number);
  }

  private String nextKey() {
    return key(calls.incrementAndGet());
  }

  private VideoTasks client(Supplier<String> supplier) {
    return VideoTasks.builder()
        .baseUrl(server.url("/").toString())
        .apiKey(supplier)
        .waitPolicy(WaitPolicy.defaults().withSchedule(PollSchedule.fixed(Duration.ofMillis(1))))
        .build();
  }

  private void enqueue(int status, String body) {
    server.enqueue(new MockResponse.Builder().code(status).body(body).build());
  }

  private @Nullable String sentKey() throws InterruptedException {
    return server.takeRequest().getHeaders().get("Authorization");
  }

  @Test
  void usesNewKeyForRetryAndForEachPoll() throws Exception {
    enqueue(503, "");
    enqueue(200, "{\"status\":\"processing\"}");
    enqueue(200, "{\"status\":\"processing\"}");
    enqueue(200, "{\"status\":\"completed\",\"video_url\":\"https://a/v.mp4\"}");
    try (VideoTasks tasks = client(this::nextKey)) {
      assertThat(calls).hasValue(0);
      assertThat(tasks.get("a").stage()).isEqualTo(Stage.RUNNING);
      assertThat(tasks.await("a").stage()).isEqualTo(Stage.SUCCEEDED);
    }
    assertThat(List.of(sentKey(), sentKey(), sentKey(), sentKey()))
        .containsExactly(
            "Bearer " + key(1), "Bearer " + key(2), "Bearer " + key(3), "Bearer " + key(4));
    assertThat(calls).hasValue(4);
  }

  @Test
  void usesNewKeyForContentOfGateway() throws Exception {
    enqueue(200, "{\"status\":\"completed\",\"object\":\"video\"}");
    enqueue(401, "{\"error\":{\"message\":\"bad key " + key(2) + "\"}}");
    try (VideoTasks tasks = client(this::nextKey)) {
      ApiKeyRejectedException error =
          catchThrowableOfType(ApiKeyRejectedException.class, () -> tasks.download("a", folder));
      assertThat(trace(error)).doesNotContain(CANARY);
    }
    assertThat(List.of(sentKey(), sentKey()))
        .containsExactly("Bearer " + key(1), "Bearer " + key(2));
  }

  @Test
  void leaksNeitherCurrentNorOlderKeys() {
    StringBuilder quoted = new StringBuilder();
    try (VideoTasks tasks = client(this::nextKey)) {
      for (int request = 1; request <= 5; request++) {
        quoted.append(' ').append(key(request));
        for (String body : bodies(quoted.toString())) {
          calls.set(request - 1);
          enqueue(200, body);
          record(() -> tasks.get("a", CallOptions.defaults().withMaxRequests(1)));
          calls.set(request - 1);
          enqueue(400, body);
          record(() -> tasks.get("a", CallOptions.defaults().withMaxRequests(1)));
        }
      }
      calls.set(0);
      enqueue(200, "{\"status\":\"" + quoted + "\"}");
      record(
          () ->
              tasks.await(
                  "a",
                  WaitPolicy.defaults().withDeadline(Duration.ofMillis(300)),
                  TaskListener.none()));
    }
    List<String> output = List.of(seen.toArray(String[]::new));
    assertThat(output).anyMatch(text -> text.contains("…")).hasSizeGreaterThan(40);
    assertThat(output.stream().filter(text -> text.contains(CANARY))).isEmpty();
    assertThat(output.stream().filter(text -> text.contains("canary%2Btoken"))).isEmpty();
    assertThat(output.stream().filter(text -> text.contains("canary%2btoken"))).isEmpty();
  }

  private static List<String> bodies(String keys) {
    String encoded = keys.replace("+", "%2B").replace("/", "%2F").replace("=", "%3D");
    return List.of(
        "{\"status\":\"failed\",\"error\":{\"message\":\"" + keys + encoded + "\"}}",
        "{\"status\":\"queued\",\""
            + keys
            + "\":[\""
            + encoded.replace("%2B", "%2b").replace("%2F", "%2f").replace("%3D", "%3d")
            + "\"]}",
        "{\"error\":{\"code\":\"" + keys + "\",\"message\":\"" + keys + "\"}}",
        "<html>" + keys);
  }

  private void record(Supplier<Object> call) {
    try {
      Object result = call.get();
      seen.add(result.toString());
      seen.add(((TaskState) result).raw().json());
    } catch (VideoTasksException e) {
      seen.add(trace(e));
    }
  }

  private static String trace(Throwable error) {
    StringWriter trace = new StringWriter();
    error.printStackTrace(new PrintWriter(trace, true));
    return trace.toString();
  }

  /** A class whose name is part of the message. */
  private static final class FailingVault implements Supplier<String> {
    @Override
    public String get() {
      throw new IllegalStateException("vault refused token " + CANARY);
    }
  }

  @Test
  void endsCallWithoutRequestIfSupplierFails() {
    try (VideoTasks tasks = client(new FailingVault())) {
      ApiKeyRejectedException error =
          catchThrowableOfType(ApiKeyRejectedException.class, () -> tasks.get("a"));
      assertThat(error)
          .hasMessageStartingWith(
              "expected an API key from the supplier "
                  + FailingVault.class.getName()
                  + ", found java.lang.IllegalStateException; its stack trace is the cause,"
                  + " without its message, which may contain a key");
      assertThat(error.kind()).isEqualTo(ErrorKind.UNAUTHORIZED);
      assertThat(error.httpStatus()).isZero();
      assertThat(trace(error)).contains("FailingVault.get").doesNotContain(CANARY);
    }
    assertThat(server.getRequestCount()).isZero();
    assertThat(List.of(seen.toArray(String[]::new))).noneMatch(line -> line.contains(CANARY));
  }

  @Test
  void endsWaitIfSupplierFails() {
    enqueue(200, "{\"status\":\"processing\"}");
    Supplier<String> once =
        () -> {
          if (calls.incrementAndGet() > 1) {
            throw new AssertionError(CANARY);
          }
          return key(1);
        };
    try (VideoTasks tasks = client(once)) {
      assertThatThrownBy(() -> tasks.await("a"))
          .isInstanceOf(ApiKeyRejectedException.class)
          .hasMessageContaining(", found java.lang.AssertionError;")
          .hasMessageNotContaining(CANARY);
    }
    assertThat(server.getRequestCount()).isEqualTo(1);
    assertThat(calls).hasValue(2);
  }

  @Test
  void endsDownloadIfSupplierFails() {
    enqueue(200, "{\"status\":\"completed\",\"object\":\"video\"}");
    Supplier<String> once =
        () -> {
          if (calls.incrementAndGet() > 1) {
            throw new IllegalStateException(CANARY);
          }
          return key(1);
        };
    try (VideoTasks tasks = client(once)) {
      assertThatThrownBy(() -> tasks.download("a", folder))
          .isInstanceOf(ApiKeyRejectedException.class)
          .hasMessageContaining(", found java.lang.IllegalStateException;")
          .hasMessageNotContaining(CANARY);
    }
    assertThat(calls).hasValue(2);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " ", CANARY + "\n", "Bearer " + CANARY, CANARY + "é"})
  @SuppressWarnings("NullAway") // a supplier without null checks
  void rejectsInvalidKeyWithoutPrintingIt(String value) {
    try (VideoTasks tasks = client(() -> value)) {
      ApiKeyRejectedException error =
          catchThrowableOfType(ApiKeyRejectedException.class, () -> tasks.get("a"));
      assertThat(error)
          .hasMessageStartingWith(
              "API key: expected visible ASCII characters without blanks, found "
                  + (value == null || value.isEmpty() ? "none" : "others")
                  + "; pass the key alone, without \"Bearer\" and line ends; it came from the"
                  + " supplier "
                  + RotatingKeyTest.class.getName()
                  + "$$Lambda");
      assertThat(trace(error)).doesNotContain(CANARY);
    }
    assertThat(server.getRequestCount()).isZero();
  }

  @Test
  void doesNotCallSupplierForRejectedId() {
    try (VideoTasks tasks = client(this::nextKey)) {
      assertThatThrownBy(() -> tasks.get("../a")).isInstanceOf(IllegalArgumentException.class);
    }
    assertThat(calls).hasValue(0);
  }
}
