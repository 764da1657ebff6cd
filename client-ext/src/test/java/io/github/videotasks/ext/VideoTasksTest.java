package io.github.videotasks.ext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.videotasks.ext.error.ApiKeyRejectedException;
import io.github.videotasks.ext.error.ConnectionException;
import io.github.videotasks.ext.error.ErrorKind;
import io.github.videotasks.ext.error.RateLimitedException;
import io.github.videotasks.ext.error.TaskNotFoundException;
import io.github.videotasks.ext.error.UnexpectedResponseException;
import io.github.videotasks.ext.error.VideoTasksException;
import io.github.videotasks.ext.payload.Stage;
import io.github.videotasks.ext.payload.TaskId;
import io.github.videotasks.ext.payload.TaskState;
import io.github.videotasks.ext.polling.PollSteps;
import io.github.videotasks.ext.polling.TaskListener;
import io.github.videotasks.ext.polling.WaitPolicy;
import io.github.videotasks.ext.polling.WaitSnapshot;
import io.github.videotasks.ext.schedule.PollSchedule;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.Cookie;
import okhttp3.CookieJar;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okio.Buffer;
import okio.GzipSink;
import okio.Okio;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the facade against a gateway on loopback. */
class VideoTasksTest {

  private static final String KEY = "canary-token-4711";
  private static final CallOptions SINGLE_REQUEST = CallOptions.defaults().withMaxRequests(1);
  private static final WaitPolicy FAST =
      WaitPolicy.defaults().withSchedule(PollSchedule.fixed(Duration.ofMillis(1)));

  private final MockWebServer server = new MockWebServer();
  private VideoTasks tasks;

  @BeforeEach
  void start() throws IOException {
    server.start();
    tasks = builder().build();
  }

  private VideoTasksBuilder builder() {
    return VideoTasks.builder().baseUrl(server.url("/").toString()).apiKey(KEY);
  }

  @AfterEach
  void stop() {
    tasks.close();
    server.close();
  }

  private void enqueue(int status, String body) {
    server.enqueue(new MockResponse.Builder().code(status).body(body).build());
  }

  /** Accepts the next request and never responds. */
  private void enqueueStall() {
    server.enqueue(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build());
  }

  private static ErrorKind kind(Throwable error) {
    return ((VideoTasksException) error).kind();
  }

  private RecordedRequest takeRequest() throws InterruptedException {
    RecordedRequest request = server.takeRequest(30, TimeUnit.SECONDS);
    assertThat(request).isNotNull();
    return request;
  }

  @ParameterizedTest
  @CsvSource({
    "UNIFIED, /v1/video/query?id=sora-2%3Atask_1.x",
    "OPENAI,  /v1/videos/sora-2:task_1.x",
  })
  void sendsKeyAndKeepsIdForEachEndpoint(String endpoint, String target)
      throws InterruptedException {
    enqueue(200, "{\"id\":\"task_1.x\",\"status\":\"processing\",\"progress\":\"42%\"}");
    TaskState state =
        tasks.get(
            "sora-2:task_1.x",
            CallOptions.defaults().withEndpoint(EndpointStyle.valueOf(endpoint)));
    RecordedRequest request = takeRequest();
    assertThat(request.getTarget()).isEqualTo(target);
    assertThat(request.getHeaders().get("Authorization")).isEqualTo("Bearer " + KEY);
    assertThat(state).hasToString("TaskState[sora-2:task_1.x, RUNNING (processing), 42%]");
    assertThat(state.reportedId()).isEqualTo("task_1.x");
  }

  @Test
  void usesClientEndpointByDefault() throws InterruptedException {
    enqueue(200, "{\"status\":\"queued\"}");
    CallOptions options = CallOptions.defaults().withTimeout(Duration.ofSeconds(20));
    try (VideoTasks openAi =
        builder().endpoint(EndpointStyle.OPENAI).callOptions(SINGLE_REQUEST).build()) {
      openAi.get("a", options);
    }
    assertThat(takeRequest().getTarget()).isEqualTo("/v1/videos/a");
  }

  @Test
  @SuppressWarnings("NullAway") // a missing configuration value is null
  void rejectsMissingKey() {
    assertThatThrownBy(() -> builder().apiKey((String) null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("API key: expected visible ASCII characters");
  }

  @Test
  void hidesKeyFromSharedInterceptors() throws InterruptedException {
    enqueue(200, "{\"status\":\"queued\"}");
    List<String> seen = new ArrayList<>();
    OkHttpClient shared =
        new OkHttpClient.Builder()
            .addInterceptor(
                chain -> {
                  seen.add(chain.request().headers().toString());
                  return chain.proceed(chain.request().newBuilder().header("X-Trace", "7").build());
                })
            .addNetworkInterceptor(
                chain -> {
                  seen.add(chain.request().headers().toString());
                  return chain.proceed(chain.request());
                })
            .build();
    try (VideoTasks traced = builder().httpClient(shared).build()) {
      traced.get("a");
    }
    assertThat(takeRequest().getHeaders().get("X-Trace")).isEqualTo("7");
    assertThat(seen).hasSize(2).noneMatch(headers -> headers.contains(KEY));
  }

  @Test
  void ignoresSharedAuthenticatorAndCookies() throws InterruptedException {
    server.enqueue(
        new MockResponse.Builder()
            .code(401)
            .addHeader("WWW-Authenticate", "Basic realm=x")
            .addHeader("Set-Cookie", "a=b")
            .build());
    List<String> calls = new CopyOnWriteArrayList<>();
    OkHttpClient shared =
        new OkHttpClient.Builder()
            .authenticator(
                (route, response) -> {
                  calls.add("login");
                  return response.request().newBuilder().header("Authorization", "x").build();
                })
            .cookieJar(new RecordingCookieJar(calls))
            .build();
    try (VideoTasks tasksOfOne = builder().httpClient(shared).build()) {
      assertThatThrownBy(() -> tasksOfOne.get("a")).isInstanceOf(ApiKeyRejectedException.class);
    }
    assertThat(calls).isEmpty();
    assertThat(takeRequest().getHeaders().get("Cookie")).isNull();
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  private record RecordingCookieJar(List<String> calls) implements CookieJar {
    @Override
    public void saveFromResponse(HttpUrl url, List<Cookie> cookies) {
      calls.add("saved");
    }

    @Override
    public List<Cookie> loadForRequest(HttpUrl url) {
      calls.add("loaded");
      return List.of();
    }
  }

  @Test
  void keepsPathOfBaseUrl() throws InterruptedException {
    enqueue(200, "{\"status\":\"queued\"}");
    try (VideoTasks below = builder().baseUrl(server.url("/gateway").toString()).build()) {
      below.get("a");
    }
    assertThat(takeRequest().getTarget()).isEqualTo("/gateway/v1/video/query?id=a");
  }

  @Test
  void awaitsEndAndReportsChanges() {
    enqueue(200, "{\"status\":\"pending\"}");
    enqueue(200, "{\"status\":\"processing\",\"progress\":50}");
    enqueue(200, "{\"status\":\"completed\",\"video_url\":\"https://a/v.mp4?sig=%2F\"}");
    List<Stage> stages = new ArrayList<>();
    TaskState end = tasks.await("a", FAST, state -> stages.add(state.stage()));
    assertThat(stages).containsExactly(Stage.QUEUED, Stage.RUNNING, Stage.SUCCEEDED);
    assertThat(end.result()).extracting("url").isEqualTo("https://a/v.mp4?sig=%2F");
  }

  @Test
  void pollsEndpointOfOptions() throws InterruptedException {
    enqueue(200, "{\"status\":\"completed\",\"video_url\":\"https://a/v.mp4\"}");
    tasks.await("a", FAST, SINGLE_REQUEST.withEndpoint(EndpointStyle.OPENAI), TaskListener.none());
    assertThat(takeRequest().getTarget()).isEqualTo("/v1/videos/a");
  }

  @Test
  void resumesAtEndpointOfSnapshot() throws InterruptedException {
    enqueue(200, "{\"status\":\"processing\"}");
    CompletableFuture<WaitSnapshot> stored = new CompletableFuture<>();
    TaskListener storing =
        new TaskListener() {
          @Override
          public void onChange(TaskState state) {}

          @Override
          public void onPoll(WaitSnapshot snapshot) {
            stored.complete(snapshot);
          }
        };
    tasks.watch(
        "a", WaitPolicy.defaults(), SINGLE_REQUEST.withEndpoint(EndpointStyle.OPENAI), storing);
    String json = stored.join().toJson();
    enqueue(200, "{\"status\":\"completed\",\"video_url\":\"https://a/v.mp4\"}");
    try (VideoTasks next = builder().build()) {
      next.resume(WaitSnapshot.parse(json), TaskListener.none()).result().join();
    }
    assertThat(takeRequest().getTarget()).isEqualTo("/v1/videos/a");
    assertThat(takeRequest().getTarget()).isEqualTo("/v1/videos/a");
  }

  @Test
  void rejectsSnapshotOfUnknownEndpoint() {
    PollSteps steps = PollSteps.of(WaitPolicy.defaults());
    WaitSnapshot other =
        steps.begin(server.url("/").toString(), "SOAP", new TaskId("a"), Instant.now());
    assertThatThrownBy(() -> tasks.resume(other, TaskListener.none()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "wait snapshot of task a: expected one of the endpoints [UNIFIED, OPENAI] or a"
                + " path with {id}, found another one; set CallOptions.endpoint");
  }

  @Test
  void abortsRequestOnCancel() throws Exception {
    enqueueStall();
    CompletableFuture<TaskState> wait = tasks.awaitAsync("a", FAST, TaskListener.none());
    takeRequest();
    wait.cancel(true);
    assertThat(wait).isCancelled();
    assertThat(tasks).hasToString("VideoTasks[0 open]");
  }

  @Test
  void retriesTransientErrorUpToMaxRequests() {
    for (int i = 0; i < 5; i++) {
      enqueue(503, "");
    }
    assertThatThrownBy(() -> tasks.get("a", CallOptions.defaults().withMaxRequests(2)))
        .isInstanceOfSatisfying(
            VideoTasksException.class,
            error -> {
              assertThat(error.kind()).isEqualTo(ErrorKind.SERVER_ERROR);
              assertThat(error.attempts()).isEqualTo(2);
              assertThat(error.isRetryable()).isTrue();
            });
    assertThat(server.getRequestCount()).isEqualTo(2);
  }

  @Test
  void preventsRetriesOfHttpLibrary() {
    for (int i = 0; i < 5; i++) {
      server.enqueue(new MockResponse.Builder().code(503).addHeader("Retry-After", "0").build());
    }
    assertThatThrownBy(() -> tasks.get("a", SINGLE_REQUEST))
        .extracting(VideoTasksTest::kind)
        .isEqualTo(ErrorKind.SERVER_ERROR);
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "401, UNAUTHORIZED", "403, FORBIDDEN", "404, TASK_NOT_FOUND", "400, REJECTED",
    "408, SERVER_ERROR", "409, SERVER_ERROR", "425, SERVER_ERROR", "429, RATE_LIMITED",
    "500, SERVER_ERROR", "502, SERVER_ERROR", "302, REDIRECTED", "304, REDIRECTED",
    "418, REJECTED",
  })
  void mapsHttpStatusToErrorKind(int status, ErrorKind kind) {
    enqueue(status, "");
    assertThatThrownBy(() -> tasks.get("a", SINGLE_REQUEST))
        .isInstanceOfSatisfying(
            VideoTasksException.class,
            error -> {
              assertThat(error.kind()).isEqualTo(kind);
              assertThat(error.httpStatus()).isEqualTo(status);
            });
  }

  @Test
  void masksKeyInErrorMessage() {
    enqueue(
        401,
        "{\"error\":{\"message\":\"Invalid token "
            + KEY
            + " (request id: 2025abc)\",\"type\":\"new_api_error\",\"code\":\"\"}}");
    assertThatThrownBy(() -> tasks.get("a"))
        .isInstanceOf(ApiKeyRejectedException.class)
        .hasMessageMatching(
            Pattern.quote(
                    "expected the gateway to accept the API key, found it rejected; check that"
                        + " the key is valid and belongs to this gateway: \"Invalid token"
                        + " … (request id: 2025abc)\" [HTTP 401; code new_api_error; request id"
                        + " 2025abc; attempts: 1; elapsed: ")
                + "\\d+ ms\\]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"code\":\"task_not_exist\",\"message\":\"no such task\",\"data\":null}",
        "{\"error\":{\"code\":\"task_not_exist\",\"message\":\"no such task\"}}"
      })
  void throwsTaskNotFound(String body) {
    enqueue(400, body);
    assertThatThrownBy(() -> tasks.get("a")).isInstanceOf(TaskNotFoundException.class);
    enqueue(200, body);
    assertThatThrownBy(() -> tasks.get("a")).isInstanceOf(TaskNotFoundException.class);
  }

  @Test
  void reportsRetryAfter() {
    server.enqueue(new MockResponse.Builder().code(429).addHeader("Retry-After", "86400").build());
    assertThatThrownBy(() -> tasks.get("a"))
        .isInstanceOfSatisfying(
            RateLimitedException.class,
            error -> assertThat(error.retryAfter()).isEqualTo(Duration.ofDays(1)));
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void unwrapsEnvelope() {
    enqueue(200, "{\"code\":\"success\",\"message\":\"\",\"data\":{\"status\":\"SUCCESS\"}}");
    assertThat(tasks.get("a").stage()).isEqualTo(Stage.SUCCEEDED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "<html><body>Bad gateway</body></html> | UNREADABLE_RESPONSE",
        "``                                    | UNREADABLE_RESPONSE",
        "{\"id\":\"a\",\"status\":\"pend       | UNREADABLE_RESPONSE",
        "{\"status\":\"queued\"} trailing      | UNREADABLE_RESPONSE",
        "{}                                    | UNREADABLE_RESPONSE",
        "[]                                    | UNREADABLE_RESPONSE",
        "null                                  | UNREADABLE_RESPONSE",
        "{\"error\":{\"message\":\"no\"}}      | ERROR_RESPONSE",
        "{\"error\":\"no\"}                    | ERROR_RESPONSE",
        "{\"code\":\"fail\",\"message\":\"x\"} | ERROR_RESPONSE",
        "{\"code\":\"success\",\"data\":null}  | TASK_NOT_FOUND",
      })
  void rejectsResponsesThatAreNotTasks(String body, ErrorKind kind) {
    enqueue(200, body);
    assertThatThrownBy(() -> tasks.get("a"))
        .isInstanceOfSatisfying(
            VideoTasksException.class, error -> assertThat(error.kind()).isEqualTo(kind));
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void limitsDecompressedBytes() throws IOException {
    Buffer bomb = new Buffer();
    try (okio.BufferedSink gzip = Okio.buffer(new GzipSink(bomb))) {
      gzip.writeUtf8("{\"status\":\"queued\",\"x\":\"" + "a".repeat(1_000_000) + "\"}");
    }
    server.enqueue(
        new MockResponse.Builder().addHeader("Content-Encoding", "gzip").body(bomb).build());
    try (VideoTasks capped = builder().maxResponseBytes(10_000).build()) {
      assertThatThrownBy(() -> capped.get("a"))
          .isInstanceOfSatisfying(
              UnexpectedResponseException.class,
              error -> assertThat(error.kind()).isEqualTo(ErrorKind.TOO_LARGE));
    }
  }

  @Test
  void doesNotFollowRedirect() throws IOException {
    try (MockWebServer elsewhere = new MockWebServer()) {
      elsewhere.start();
      String target = elsewhere.url("/v1/video/query?id=a").toString();
      server.enqueue(new MockResponse.Builder().code(302).addHeader("Location", target).build());
      assertThatThrownBy(() -> tasks.get("a")).isInstanceOf(UnexpectedResponseException.class);
      assertThat(elsewhere.getRequestCount()).isZero();
    }
  }

  @Test
  void sendsNoKeyToRewrittenUrl() throws Exception {
    try (MockWebServer elsewhere = new MockWebServer()) {
      elsewhere.start();
      elsewhere.enqueue(new MockResponse.Builder().body("{\"status\":\"queued\"}").build());
      OkHttpClient shared =
          new OkHttpClient.Builder()
              .addInterceptor(
                  chain ->
                      chain.proceed(
                          chain.request().newBuilder().url(elsewhere.url("/stolen")).build()))
              .build();
      try (VideoTasks led = builder().httpClient(shared).build()) {
        led.get("a");
      }
      RecordedRequest request = elsewhere.takeRequest(30, TimeUnit.SECONDS);
      assertThat(request).isNotNull();
      assertThat(request.getHeaders().get("Authorization")).isNull();
      assertThat(shared.dispatcher().executorService().isShutdown()).isFalse();
    }
  }

  @Test
  void timesOutWhenGatewayStalls() {
    enqueueStall();
    CallOptions options = CallOptions.defaults().withTimeout(Duration.ofMillis(200));
    assertThatThrownBy(() -> tasks.get("a", options))
        .isInstanceOfSatisfying(
            ConnectionException.class,
            error -> {
              // The fault matrix tests that the timeout ends a call that nothing else ends.
              assertThat(error.kind()).isEqualTo(ErrorKind.CALL_TIMEOUT);
              assertThat(error.elapsed()).isGreaterThanOrEqualTo(options.timeout());
            });
  }

  @Test
  void reportsRefusedConnection() throws IOException {
    server.close();
    assertThatThrownBy(() -> tasks.get("a", SINGLE_REQUEST))
        .isInstanceOf(ConnectionException.class)
        .hasMessageStartingWith(
            "expected a response from localhost, found none: ConnectException, Failed to connect");
  }

  @Test
  void closeFailsOpenCallsAndRejectsNewOnes() throws Exception {
    enqueueStall();
    CompletableFuture<TaskState> open = tasks.awaitAsync("a");
    takeRequest();
    tasks.close();
    assertThatThrownBy(open::join)
        .cause()
        .extracting(VideoTasksTest::kind)
        .isEqualTo(ErrorKind.CLOSED);
    assertThatThrownBy(() -> tasks.get("a"))
        .extracting(VideoTasksTest::kind)
        .isEqualTo(ErrorKind.CLOSED);
  }

  @Test
  void stopsWaitingOnInterrupt() {
    enqueue(200, "{\"status\":\"queued\"}");
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> tasks.await("a"))
        .extracting(VideoTasksTest::kind)
        .isEqualTo(ErrorKind.INTERRUPTED);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(tasks).hasToString("VideoTasks[0 open]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", ".", "..", "...", "a/b", "../x", "a\\b", "a\nb", "a\u0000", "/"})
  void rejectsUnsafeIds(String id) {
    assertThatThrownBy(() -> tasks.getAsync(id))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("task id: expected ");
    assertThatThrownBy(() -> tasks.awaitAsync(id)).isInstanceOf(IllegalArgumentException.class);
    assertThat(server.getRequestCount()).isZero();
  }
}
