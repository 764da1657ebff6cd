package io.github.videotasks.ext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.videotasks.client.runtime.JsonValue;
import io.github.videotasks.ext.download.Download;
import io.github.videotasks.ext.download.DownloadOptions;
import io.github.videotasks.ext.download.SampleVideos;
import io.github.videotasks.ext.error.DownloadException;
import io.github.videotasks.ext.error.ErrorKind;
import io.github.videotasks.ext.error.VideoTasksException;
import io.github.videotasks.ext.payload.TaskId;
import io.github.videotasks.ext.payload.TaskState;
import io.github.videotasks.ext.time.Scheduler;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Downloads from the content endpoint of a gateway, {@code GET /v1/videos/{id}/content}, with a
 * file host on another port. Pauses are skipped, so that 30 s take no time.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ContentDownloadTest {

  private static final String KEY = "canary-token-4711-0815";
  private static final String ID = "sora-2:task_1";
  private static final String CONTENT = "/v1/videos/sora-2:task_1/content";
  private static final byte[] VIDEO = SampleVideos.mp4(100_000, 1);

  /** Ignored by {@link SkippedPauses}, so only pauses between requests pass. */
  private static final Duration IGNORED = Duration.ofHours(2);

  private static final DownloadOptions OPTIONS =
      DownloadOptions.defaults()
          .withPrivateNetworks()
          .withTimeout(IGNORED)
          .withStallTimeout(IGNORED)
          .withProgressInterval(IGNORED);

  /** Runs every task at once and adds its delay to the time; ignores timeouts. */
  private static final class SkippedPauses implements Scheduler {

    final List<Duration> pauses = new ArrayList<>();
    private final Duration timeout;
    private Duration now = Duration.ZERO;

    SkippedPauses(Duration timeout) {
      this.timeout = timeout;
    }

    @Override
    public synchronized long nanoTime() {
      return now.toNanos();
    }

    @Override
    public synchronized ScheduledCall schedule(Duration delay, Runnable task) {
      if (!delay.equals(timeout) && !delay.equals(IGNORED)) {
        pauses.add(delay);
        now = now.plus(delay);
        task.run();
      }
      return () -> {};
    }

    synchronized List<Duration> pauses() {
      return List.copyOf(pauses);
    }
  }

  /** A server that records the key of each request. */
  private static final class RecordingServer extends Dispatcher implements AutoCloseable {

    final MockWebServer server = new MockWebServer();
    final Queue<MockResponse> queued = new ConcurrentLinkedQueue<>();
    final Map<String, MockResponse> byTarget = new ConcurrentHashMap<>();
    final List<String> requests = new CopyOnWriteArrayList<>();

    RecordingServer start() throws IOException {
      server.setDispatcher(this);
      server.start();
      return this;
    }

    String url(String target) {
      return "http://127.0.0.1:" + server.getPort() + target;
    }

    @Override
    public MockResponse dispatch(RecordedRequest request) {
      boolean hasKey =
          request.getTarget().contains(KEY)
              || request.getHeaders().toMultimap().toString().contains(KEY);
      requests.add(request.getTarget() + (hasKey ? " with the key" : ""));
      MockResponse known = byTarget.get(request.getTarget());
      MockResponse next = known != null ? known : queued.poll();
      return next == null ? video() : next;
    }

    @Override
    public void close() {
      server.close();
    }
  }

  @TempDir Path folder;
  private final RecordingServer gateway = new RecordingServer();
  private final RecordingServer files = new RecordingServer();
  private SkippedPauses time = new SkippedPauses(IGNORED);

  @BeforeEach
  void start() throws IOException {
    gateway.start();
    files.start();
  }

  @AfterEach
  void stop() {
    gateway.close();
    files.close();
  }

  private static MockResponse video() {
    return new MockResponse.Builder().body(new Buffer().write(VIDEO)).build();
  }

  private static MockResponse json(int status, String body) {
    return new MockResponse.Builder()
        .code(status)
        .addHeader("Content-Type", "application/json")
        .addHeader("X-Request-Id", "req-4711")
        .body(body)
        .build();
  }

  private static MockResponse redirect(String url) {
    return new MockResponse.Builder().code(302).addHeader("Location", url).build();
  }

  private static TaskState task(String json) {
    return TaskState.of(new TaskId(ID), JsonValue.parse(json));
  }

  private static TaskState completed(String url) {
    return task("{\"status\":\"completed\",\"metadata\":{\"url\":\"" + url + "\"}}");
  }

  private Download download(TaskState task, DownloadOptions options) {
    try (VideoTasks tasks = client()) {
      return tasks.downloads().result(task, folder, options);
    }
  }

  private VideoTasks client() {
    return VideoTasks.builder().baseUrl(gateway.url("/")).apiKey(KEY).scheduler(time).build();
  }

  private DownloadException failure(TaskState task, DownloadOptions options) {
    return catchThrowableOfType(DownloadException.class, () -> download(task, options));
  }

  private DownloadException failure() {
    return failure(task("{\"status\":\"completed\"}"), OPTIONS);
  }

  private Download download() {
    return download(task("{\"status\":\"completed\"}"), OPTIONS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        CONTENT,
        "/v1/videos/sora-2%3Atask_1/content",
        "/v1/videos/sora-2%3atask%5F1/content?variant=video"
      })
  void requestsContentEndpointInTaskWithKey(String target) {
    Download file = download(completed(gateway.url(target)), OPTIONS);
    assertThat(file.path()).hasBinaryContent(VIDEO);
    assertThat(gateway.requests).containsExactly(target + " with the key");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/videos/task_2/content",
        "/v1/videos/sora-2:task_1/content/",
        "/v1/videos/sora-2:task_1/content/thumbnail",
        "/v1/videos/sora-2:task_1",
        "/v1/videos/sora-2:task_1%2Fcontent",
        "/v1/videos/..%2Fsora-2:task_1/content",
        "/v1/video/content?id=sora-2:task_1",
        "/V1/videos/sora-2:task_1/content",
        "/files/v.mp4?next=/v1/videos/sora-2:task_1/content"
      })
  void requestsOtherUrlsOfGatewayWithoutKey(String target) {
    assertThat(download(completed(gateway.url(target)), OPTIONS).path()).hasBinaryContent(VIDEO);
    assertThat(gateway.requests).containsExactly(target);
  }

  @Test
  void requestsContentPathOfOtherHostWithoutKey() {
    download(completed(files.url(CONTENT)), OPTIONS);
    assertThat(files.requests).containsExactly(CONTENT);
    assertThat(gateway.requests).isEmpty();
  }

  @Test
  void sendsKeyToNoRedirectTarget() {
    gateway.byTarget.put(CONTENT, redirect(gateway.url("/files/1")));
    gateway.byTarget.put("/files/1", redirect(files.url("/2")));
    files.byTarget.put("/2", redirect(gateway.url("/v1/videos/task_2/content")));
    download();
    assertThat(gateway.requests)
        .containsExactly(CONTENT + " with the key", "/files/1", "/v1/videos/task_2/content");
    assertThat(files.requests).containsExactly("/2");
  }

  @Test
  void sendsKeyToNoContentEndpointThatAnotherHostRedirectsTo() {
    files.byTarget.put("/v", redirect(gateway.url(CONTENT)));
    download(completed(files.url("/v")), OPTIONS);
    assertThat(files.requests).containsExactly("/v");
    assertThat(gateway.requests).containsExactly(CONTENT);
  }

  @ParameterizedTest
  @ValueSource(ints = {202, 400, 404, 409})
  void retriesWhileFileIsNotReady(int status) {
    for (int i = 0; i < 3; i++) {
      gateway.queued.add(json(status, "{\"error\":{\"message\":\"video not completed yet\"}}"));
    }
    Download file = download();
    assertThat(file.path()).hasBinaryContent(VIDEO);
    assertThat(file.requests()).isEqualTo(4);
    assertThat(time.pauses()).hasSize(3).isSorted();
  }

  /** The number of failures that are tolerated does not limit the retries. */
  @Test
  void retriesWhileFileIsNotReadyWithoutToleratedFailures() {
    gateway.queued.add(json(400, "{}"));
    assertThat(download(task("{\"status\":\"completed\"}"), OPTIONS.withMaxFailures(0)).requests())
        .isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "202, video is being stored",
    "400, Video is not completed yet",
    "404, file not found",
    "409, conflict"
  })
  void endsAsNotReadyWithin30Seconds(int status, String message) {
    gateway.byTarget.put(
        CONTENT,
        json(status, "{\"error\":{\"message\":\"" + message + "\",\"code\":\"not_there\"}}"));
    DownloadException error = failure();
    assertThat(error.kind()).isEqualTo(ErrorKind.NOT_READY);
    assertThat(error.isRetryable()).isTrue();
    assertThat(error.httpStatus()).isEqualTo(status);
    assertThat(error.code()).isEqualTo("not_there");
    assertThat(error.requestId()).isEqualTo("req-4711");
    assertThat(error).hasMessageContaining("\"" + message + "\"");
    assertThat(error.attempts()).isEqualTo(gateway.requests.size()).isBetween(5, 9);
    assertThat(time.pauses().stream().reduce(Duration.ZERO, Duration::plus))
        .isBetween(Duration.ofSeconds(22), Duration.ofSeconds(30));
  }

  @Test
  void endsAsNotReadyBeforeShorterTimeout() {
    time = new SkippedPauses(Duration.ofSeconds(5));
    gateway.byTarget.put(CONTENT, json(404, "{}"));
    DownloadException error =
        failure(task("{\"status\":\"completed\"}"), OPTIONS.withTimeout(Duration.ofSeconds(5)));
    assertThat(error.kind()).isEqualTo(ErrorKind.NOT_READY);
    assertThat(time.pauses().stream().reduce(Duration.ZERO, Duration::plus))
        .isLessThan(Duration.ofSeconds(5));
  }

  @Test
  void endsAtOnceIfRetryAfterIsTooLong() {
    gateway.byTarget.put(
        CONTENT, json(409, "{}").newBuilder().addHeader("Retry-After", "120").build());
    DownloadException error = failure();
    assertThat(error.kind()).isEqualTo(ErrorKind.NOT_READY);
    assertThat(error.details().retryAfter()).isEqualTo(Duration.ofMinutes(2));
    assertThat(error.attempts()).isEqualTo(1);
  }

  @Test
  void endsAtOnceIfFileIsDeleted() {
    gateway.queued.add(json(410, "{\"code\":\"gone\",\"message\":\"retention has ended\"}"));
    DownloadException error = failure();
    assertThat(error.kind()).isEqualTo(ErrorKind.NO_FILE);
    assertThat(error.code()).isEqualTo("gone");
    assertThat(error).hasMessageContaining("retention has ended");
    assertThat(error.attempts()).isEqualTo(1);
  }

  @Test
  void endsAtOnceIfGatewayHasNoContentEndpoint() {
    gateway.queued.add(
        json(404, "{\"error\":{\"message\":\"Invalid URL (GET " + CONTENT + ")\"}}"));
    VideoTasksException error = catchThrowableOfType(VideoTasksException.class, this::download);
    assertThat(error.kind()).isEqualTo(ErrorKind.ENDPOINT_NOT_FOUND);
    assertThat(error).hasMessageContaining("this gateway does not have GET " + CONTENT);
    assertThat(error.attempts()).isEqualTo(1);
  }

  @Test
  void retriesAfterHtmlPageForMissingFile() {
    gateway.queued.add(
        new MockResponse.Builder()
            .code(404)
            .addHeader("Content-Type", "text/html")
            .body("<html><title>404 Not Found</title></html>")
            .build());
    assertThat(download().requests()).isEqualTo(2);
  }

  @Test
  void masksQuotedMessage() {
    gateway.byTarget.put(
        CONTENT,
        json(
            404,
            "{\"error\":{\"message\":\"key "
                + KEY
                + " has no https://f.example/v?sig=canarySignature\",\"code\":\"no_file\"}}"));
    DownloadException error = failure();
    assertThat(error).hasMessageContaining("https://f.example/v?…");
    assertThat(error.code()).isEqualTo("no_file");
    assertThat(error.toString()).doesNotContain(KEY).doesNotContain("canarySignature");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"error\":{\"message\":\"storage lost\",\"code\":\"lost\"}}",
        "{\"code\":\"lost\",\"message\":\"storage lost\",\"data\":null}"
      })
  void quotesJsonErrorInsteadOfFile(String body) {
    gateway.queued.add(json(200, body));
    DownloadException error = failure();
    assertThat(error.kind()).isEqualTo(ErrorKind.UNEXPECTED_FILE);
    assertThat(error.code()).isEqualTo("lost");
    assertThat(error.requestId()).isEqualTo("req-4711");
    assertThat(error).hasMessageContaining("\"storage lost\"");
    assertThat(error.attempts()).isEqualTo(1);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void quotesOtherJsonInsteadOfFile() {
    gateway.queued.add(json(200, "{\"hint\":\"ask " + KEY + "\"}"));
    DownloadException error = failure();
    assertThat(error.kind()).isEqualTo(ErrorKind.UNEXPECTED_FILE);
    assertThat(error).hasMessageContaining("hint").hasMessageNotContaining(KEY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"status\":\"in_progress\",\"progress\":99}",
        "{\"code\":400,\"message\":\"wait\",\"data\":null}",
        "{\"error\":{\"message\":\"The video is not ready\"}}",
        "{\"error\":{\"message\":\"later\",\"code\":\"video_not_completed\"}}"
      })
  void retriesWhileJsonSaysNotReady(String body) {
    gateway.queued.add(json(200, body));
    assertThat(download().requests()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"download_url\":\"%s\"}",
        "{\"url\":\"%s\"}",
        "{\"code\":0,\"message\":\"success\",\"data\":{\"url\":\"%s\"}}",
        "{\"id\":\"a\",\"status\":\"completed\",\"video_url\":\"%s\"}"
      })
  void followsUrlInJsonWithoutKey(String body) {
    gateway.queued.add(json(200, body.formatted(files.url("/v?sig=a%2Fb"))));
    Download file = download();
    assertThat(file.path()).hasBinaryContent(VIDEO);
    assertThat(file.requests()).isEqualTo(2);
    assertThat(gateway.requests).containsExactly(CONTENT + " with the key");
    assertThat(files.requests).containsExactly("/v?sig=a%2Fb");
  }

  @Test
  void followsNoUrlOfTaskThatHasNotSucceeded() {
    gateway.queued.add(
        json(200, "{\"status\":\"failed\",\"url\":\"" + files.url("/preview") + "\"}"));
    assertThat(failure().kind()).isEqualTo(ErrorKind.UNEXPECTED_FILE);
    assertThat(files.requests).isEmpty();
  }

  @Test
  void followsNoUrlBackToContentEndpoint() {
    gateway.byTarget.put(CONTENT, json(200, "{\"download_url\":\"" + gateway.url(CONTENT) + "\"}"));
    assertThat(failure().kind()).isEqualTo(ErrorKind.UNEXPECTED_FILE);
    assertThat(gateway.requests).containsExactly(CONTENT + " with the key");
  }

  @Test
  void requestsNewUrlFromContentEndpointAfterExpiry() {
    gateway.queued.add(redirect(files.url("/old")));
    gateway.queued.add(redirect(files.url("/new")));
    files.byTarget.put("/old", json(403, "<Error>expired</Error>"));
    download();
    assertThat(files.requests).containsExactly("/old", "/new");
  }

  @Test
  void readsNoMoreThanStartOfLongJson() {
    gateway.queued.add(json(200, "{\"text\":\"" + "x".repeat(3_000_000) + "\"}"));
    DownloadException error = failure();
    assertThat(error.kind()).isEqualTo(ErrorKind.UNEXPECTED_FILE);
    assertThat(error.getMessage()).hasSizeLessThan(600);
  }
}
