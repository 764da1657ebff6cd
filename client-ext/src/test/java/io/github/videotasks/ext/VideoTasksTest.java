package io.github.videotasks.ext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.videotasks.ext.error.AccessDeniedException;
import io.github.videotasks.ext.error.ConnectionException;
import io.github.videotasks.ext.error.ErrorKind;
import io.github.videotasks.ext.error.RateLimitedException;
import io.github.videotasks.ext.error.TaskNotFoundException;
import io.github.videotasks.ext.error.UnexpectedAnswerException;
import io.github.videotasks.ext.error.VideoTasksException;
import io.github.videotasks.ext.payload.Stage;
import io.github.videotasks.ext.payload.TaskId;
import io.github.videotasks.ext.payload.TaskState;
import io.github.videotasks.ext.polling.PollSchedule;
import io.github.videotasks.ext.polling.PollSteps;
import io.github.videotasks.ext.polling.TaskListener;
import io.github.videotasks.ext.polling.WaitPolicy;
import io.github.videotasks.ext.polling.WaitSnapshot;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
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

/** The facade against a gateway on loopback. */
class VideoTasksTest {

  private static final String KEY = "canary-token-4711";
  private static final CallOptions ONE = CallOptions.defaults().withMaxRequests(1);
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

  private void answer(int status, String body) {
    server.enqueue(new MockResponse.Builder().code(status).body(body).build());
  }

  /** Takes the next request and says nothing. */
  private void silence() {
    server.enqueue(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build());
  }

  private static ErrorKind kind(Throwable error) {
    return ((VideoTasksException) error).kind();
  }

  private RecordedRequest asked() throws InterruptedException {
    RecordedRequest request = server.takeRequest(30, TimeUnit.SECONDS);
    assertThat(request).isNotNull();
    return request;
  }

  @ParameterizedTest
  @CsvSource({
    "UNIFIED, /v1/video/query?id=sora-2%3Atask_1.x",
    "OPENAI,  /v1/videos/sora-2:task_1.x",
  })
  void asksInEitherStyleWithTheKeyAndKeepsTheRequestedId(EndpointStyle style, String target)
      throws InterruptedException {
    answer(200, "{\"id\":\"task_1.x\",\"status\":\"processing\",\"progress\":\"42%\"}");
    TaskState state = tasks.get("sora-2:task_1.x", CallOptions.defaults().withEndpoint(style));
    RecordedRequest request = asked();
    assertThat(request.getTarget()).isEqualTo(target);
    assertThat(request.getHeaders().get("Authorization")).isEqualTo("Bearer " + KEY);
    assertThat(state).hasToString("TaskState[sora-2:task_1.x, RUNNING (processing), 42%]");
    assertThat(state.answeredId()).isEqualTo("task_1.x");
  }

  @Test
  void optionsOfACallThatNameNoEndpointLeaveThatOfTheClient() throws InterruptedException {
    answer(200, "{\"status\":\"queued\"}");
    CallOptions options = CallOptions.defaults().withLimit(Duration.ofSeconds(20));
    try (VideoTasks openAi = builder().endpoint(EndpointStyle.OPENAI).callOptions(ONE).build()) {
      openAi.get("a", options);
    }
    assertThat(asked().getTarget()).isEqualTo("/v1/videos/a");
  }

  @Test
  @SuppressWarnings("NullAway") // what a setting that is missing gives
  void aKeyThatIsMissingIsToldSo() {
    assertThatThrownBy(() -> builder().apiKey(null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("API key: expected visible ASCII characters");
  }

  @Test
  void interceptorsOfTheSharedClientWorkAndDoNotSeeTheKey() throws InterruptedException {
    answer(200, "{\"status\":\"queued\"}");
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
    assertThat(asked().getHeaders().get("X-Trace")).isEqualTo("7");
    assertThat(seen).hasSize(2).noneMatch(headers -> headers.contains(KEY));
  }

  @Test
  void loginsAndCookiesOfTheSharedClientStayAway() throws InterruptedException {
    server.enqueue(
        new MockResponse.Builder()
            .code(401)
            .addHeader("WWW-Authenticate", "Basic realm=x")
            .addHeader("Set-Cookie", "a=b")
            .build());
    List<String> asked = Collections.synchronizedList(new ArrayList<>());
    OkHttpClient shared =
        new OkHttpClient.Builder()
            .authenticator(
                (route, response) -> {
                  asked.add("login");
                  return response.request().newBuilder().header("Authorization", "x").build();
                })
            .cookieJar(new RecordingJar(asked))
            .build();
    try (VideoTasks tasksOfOne = builder().httpClient(shared).build()) {
      assertThatThrownBy(() -> tasksOfOne.get("a")).isInstanceOf(AccessDeniedException.class);
    }
    assertThat(asked).isEmpty();
    assertThat(asked().getHeaders().get("Cookie")).isNull();
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  private record RecordingJar(List<String> asked) implements CookieJar {
    @Override
    public void saveFromResponse(HttpUrl url, List<Cookie> cookies) {
      asked.add("saved");
    }

    @Override
    public List<Cookie> loadForRequest(HttpUrl url) {
      asked.add("loaded");
      return List.of();
    }
  }

  @Test
  void asksBelowThePathOfTheBaseUrl() throws InterruptedException {
    answer(200, "{\"status\":\"queued\"}");
    try (VideoTasks below = builder().baseUrl(server.url("/gateway").toString()).build()) {
      below.get("a");
    }
    assertThat(asked().getTarget()).isEqualTo("/gateway/v1/video/query?id=a");
  }

  @Test
  void waitsForTheEndAndTellsTheChanges() {
    answer(200, "{\"status\":\"pending\"}");
    answer(200, "{\"status\":\"processing\",\"progress\":50}");
    answer(200, "{\"status\":\"completed\",\"video_url\":\"https://a/v.mp4?sig=%2F\"}");
    List<Stage> heard = new ArrayList<>();
    TaskState end = tasks.await("a", FAST, state -> heard.add(state.stage()));
    assertThat(heard).containsExactly(Stage.QUEUED, Stage.RUNNING, Stage.SUCCEEDED);
    assertThat(end.result()).extracting("address").isEqualTo("https://a/v.mp4?sig=%2F");
  }

  @Test
  void waitsAtTheOtherEndpointIfToldTo() throws InterruptedException {
    answer(200, "{\"status\":\"completed\",\"video_url\":\"https://a/v.mp4\"}");
    tasks.await("a", FAST, ONE.withEndpoint(EndpointStyle.OPENAI), TaskListener.none());
    assertThat(asked().getTarget()).isEqualTo("/v1/videos/a");
  }

  @Test
  void resumesAtTheEndpointOfTheFirstProcess() throws InterruptedException {
    answer(200, "{\"status\":\"processing\"}");
    CompletableFuture<WaitSnapshot> stored = new CompletableFuture<>();
    TaskListener storing =
        new TaskListener() {
          @Override
          public void changed(TaskState state) {}

          @Override
          public void asked(WaitSnapshot snapshot) {
            stored.complete(snapshot);
          }
        };
    tasks.watch("a", WaitPolicy.defaults(), ONE.withEndpoint(EndpointStyle.OPENAI), storing);
    String json = stored.join().toJson();
    answer(200, "{\"status\":\"completed\",\"video_url\":\"https://a/v.mp4\"}");
    try (VideoTasks next = builder().build()) {
      next.resume(WaitSnapshot.parse(json), TaskListener.none()).result().join();
    }
    assertThat(asked().getTarget()).isEqualTo("/v1/videos/a");
    assertThat(asked().getTarget()).isEqualTo("/v1/videos/a");
  }

  @Test
  void refusesTheSnapshotOfAClientThatAskedInAnotherWay() {
    PollSteps steps = PollSteps.of(WaitPolicy.defaults());
    WaitSnapshot other =
        steps.begin(server.url("/").toString(), "SOAP", new TaskId("a"), Instant.now());
    assertThatThrownBy(() -> tasks.resume(other, TaskListener.none()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "wait snapshot of task a: expected the way [UNIFIED, OPENAI], found one of another"
                + " client; name the endpoint in the options");
  }

  @Test
  void cancellingAWaitClosesTheConnectionInFlight() throws Exception {
    silence();
    CompletableFuture<TaskState> wait = tasks.awaitAsync("a", FAST, TaskListener.none());
    asked();
    wait.cancel(true);
    assertThat(wait).isCancelled();
    assertThat(tasks).hasToString("VideoTasks[0 open]");
  }

  @Test
  void repeatsAfterAPassingFailureUpToTheStatedMaximum() {
    for (int i = 0; i < 5; i++) {
      answer(503, "");
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
  void theHttpLibraryRepeatsNothingByItself() {
    for (int i = 0; i < 5; i++) {
      server.enqueue(new MockResponse.Builder().code(503).addHeader("Retry-After", "0").build());
    }
    assertThatThrownBy(() -> tasks.get("a", ONE))
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
  void tellsTheKindOfEachStatus(int status, ErrorKind kind) {
    answer(status, "");
    assertThatThrownBy(() -> tasks.get("a", ONE))
        .isInstanceOfSatisfying(
            VideoTasksException.class,
            error -> {
              assertThat(error.kind()).isEqualTo(kind);
              assertThat(error.httpStatus()).isEqualTo(status);
            });
  }

  @Test
  void tellsWhatAGatewaySaysWithoutTheKeyThatItQuotes() {
    answer(
        401,
        "{\"error\":{\"message\":\"Invalid token "
            + KEY
            + " (request id: 2025abc)\",\"type\":\"new_api_error\",\"code\":\"\"}}");
    assertThatThrownBy(() -> tasks.get("a"))
        .isInstanceOf(AccessDeniedException.class)
        .hasMessageMatching(
            Pattern.quote(
                    "expected the key to be accepted, found it refused: \"Invalid token … (request"
                        + " id: 2025abc)\" [HTTP 401; code new_api_error; request id 2025abc;"
                        + " attempts: 1; elapsed: ")
                + "\\d+ ms\\]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"code\":\"task_not_exist\",\"message\":\"no such task\",\"data\":null}",
        "{\"error\":{\"code\":\"task_not_exist\",\"message\":\"no such task\"}}"
      })
  void anUnknownTaskIsTold(String body) {
    answer(400, body);
    assertThatThrownBy(() -> tasks.get("a")).isInstanceOf(TaskNotFoundException.class);
    answer(200, body);
    assertThatThrownBy(() -> tasks.get("a")).isInstanceOf(TaskNotFoundException.class);
  }

  @Test
  void tellsHowLongToWait() {
    server.enqueue(new MockResponse.Builder().code(429).addHeader("Retry-After", "86400").build());
    assertThatThrownBy(() -> tasks.get("a"))
        .isInstanceOfSatisfying(
            RateLimitedException.class,
            error -> assertThat(error.retryAfter()).isEqualTo(Duration.ofDays(1)));
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void opensAnEnvelope() {
    answer(200, "{\"code\":\"success\",\"message\":\"\",\"data\":{\"status\":\"SUCCESS\"}}");
    assertThat(tasks.get("a").stage()).isEqualTo(Stage.SUCCEEDED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "<html><body>Bad gateway</body></html> | UNREADABLE_ANSWER",
        "``                                    | UNREADABLE_ANSWER",
        "{\"id\":\"a\",\"status\":\"pend       | UNREADABLE_ANSWER",
        "{\"status\":\"queued\"} trailing      | UNREADABLE_ANSWER",
        "{}                                    | UNREADABLE_ANSWER",
        "[]                                    | UNREADABLE_ANSWER",
        "null                                  | UNREADABLE_ANSWER",
        "{\"error\":{\"message\":\"no\"}}      | ERROR_ANSWER",
        "{\"error\":\"no\"}                    | ERROR_ANSWER",
        "{\"code\":\"fail\",\"message\":\"x\"} | ERROR_ANSWER",
        "{\"code\":\"success\",\"data\":null}  | TASK_NOT_FOUND",
      })
  void anAnswerThatIsNoTaskIsAnError(String body, ErrorKind kind) {
    answer(200, body);
    assertThatThrownBy(() -> tasks.get("a"))
        .isInstanceOfSatisfying(
            VideoTasksException.class, error -> assertThat(error.kind()).isEqualTo(kind));
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void readsNoMoreThanTheCapOfADecompressedAnswer() throws IOException {
    Buffer bomb = new Buffer();
    try (okio.BufferedSink gzip = Okio.buffer(new GzipSink(bomb))) {
      gzip.writeUtf8("{\"status\":\"queued\",\"x\":\"" + "a".repeat(1_000_000) + "\"}");
    }
    server.enqueue(
        new MockResponse.Builder().addHeader("Content-Encoding", "gzip").body(bomb).build());
    try (VideoTasks capped = builder().maxAnswerBytes(10_000).build()) {
      assertThatThrownBy(() -> capped.get("a"))
          .isInstanceOfSatisfying(
              UnexpectedAnswerException.class,
              error -> assertThat(error.kind()).isEqualTo(ErrorKind.TOO_LARGE));
    }
  }

  @Test
  void followsNoRedirect() throws IOException {
    try (MockWebServer elsewhere = new MockWebServer()) {
      elsewhere.start();
      String target = elsewhere.url("/v1/video/query?id=a").toString();
      server.enqueue(new MockResponse.Builder().code(302).addHeader("Location", target).build());
      assertThatThrownBy(() -> tasks.get("a")).isInstanceOf(UnexpectedAnswerException.class);
      assertThat(elsewhere.getRequestCount()).isZero();
    }
  }

  @Test
  void anInterceptorThatLeadsElsewhereGetsNoKey() throws Exception {
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
  void endsWithinItsLimitWhenTheGatewayIsSilent() {
    silence();
    CallOptions options = CallOptions.defaults().withLimit(Duration.ofMillis(200));
    assertThatThrownBy(() -> tasks.get("a", options))
        .isInstanceOfSatisfying(
            ConnectionException.class,
            error -> {
              // How late at most is measured in the fault matrix.
              assertThat(error.kind()).isEqualTo(ErrorKind.CALL_TIMEOUT);
              assertThat(error.elapsed()).isGreaterThanOrEqualTo(options.limit());
            });
  }

  @Test
  void tellsThatNobodyListens() throws IOException {
    server.close();
    assertThatThrownBy(() -> tasks.get("a", ONE))
        .isInstanceOf(ConnectionException.class)
        .hasMessageStartingWith(
            "expected an answer from localhost, found none: ConnectException, Failed to connect");
  }

  @Test
  void closingEndsWhatIsOpenAndRefusesMore() throws Exception {
    silence();
    CompletableFuture<TaskState> open = tasks.awaitAsync("a");
    asked();
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
  void anInterruptEndsAWait() {
    answer(200, "{\"status\":\"queued\"}");
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> tasks.await("a"))
        .extracting(VideoTasksTest::kind)
        .isEqualTo(ErrorKind.INTERRUPTED);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(tasks).hasToString("VideoTasks[0 open]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", ".", "..", "...", "a/b", "../x", "a\\b", "a\nb", "a\u0000", "/"})
  void refusesIdsThatWouldReachAnotherResource(String id) {
    assertThatThrownBy(() -> tasks.getAsync(id))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("task id: expected ");
    assertThatThrownBy(() -> tasks.awaitAsync(id)).isInstanceOf(IllegalArgumentException.class);
    assertThat(server.getRequestCount()).isZero();
  }
}
