package io.github.videotasks.ext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.videotasks.client.api.VideoTasksApi;
import io.github.videotasks.ext.download.DownloadOptions;
import io.github.videotasks.ext.download.SampleVideos;
import io.github.videotasks.ext.error.VideoTasksException;
import io.github.videotasks.ext.payload.TaskState;
import io.github.videotasks.ext.polling.WaitPolicy;
import io.github.videotasks.ext.schedule.PollSchedule;
import io.github.videotasks.ext.telemetry.RecordingTelemetry;
import io.github.videotasks.ext.telemetry.RequestEnd;
import io.github.videotasks.ext.telemetry.RequestStart;
import io.github.videotasks.ext.telemetry.TelemetryListener;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The requests of a client as its telemetry listener sees them. */
class TelemetryTest {

  private static final String KEY = "sk-canary-key-4711-0815";
  private static final String RUNNING = "{\"status\":\"processing\"}";
  private static final byte[] VIDEO = SampleVideos.mp4(50_000, 1);
  private static final DownloadOptions OPTIONS = DownloadOptions.defaults().withPrivateNetworks();

  @TempDir Path folder;
  private final MockWebServer server = new MockWebServer();
  private final RecordingTelemetry telemetry = new RecordingTelemetry();

  @BeforeEach
  void start() throws Exception {
    server.start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private VideoTasks client(TelemetryListener listener) {
    return VideoTasks.builder()
        .baseUrl(server.url("/").toString())
        .apiKey(KEY)
        .waitPolicy(WaitPolicy.defaults().withSchedule(PollSchedule.fixed(Duration.ofMillis(1))))
        .telemetry(listener)
        .build();
  }

  private void enqueue(int status, String body) {
    server.enqueue(new MockResponse.Builder().code(status).body(body).build());
  }

  private void enqueueVideo() {
    server.enqueue(new MockResponse.Builder().body(new Buffer().write(VIDEO)).build());
  }

  @Test
  void reportsQueryWithItsRetry() throws Exception {
    enqueue(503, "busy");
    enqueue(200, RUNNING);
    try (VideoTasks tasks = client(telemetry)) {
      tasks.get("a");
    }
    assertThat(telemetry.takeEnds(2))
        .containsExactly("TASK_QUERY 1: 503 SERVER_ERROR 4", "TASK_QUERY 2: 200 SUCCESS 23");
  }

  @Test
  void reportsErrorInSuccessfulResponse() throws Exception {
    enqueue(200, "{\"error\":{\"message\":\"no\"}}");
    try (VideoTasks tasks = client(telemetry)) {
      assertThatThrownBy(() -> tasks.get("a")).isInstanceOf(VideoTasksException.class);
    }
    assertThat(telemetry.takeEnds(1)).containsExactly("TASK_QUERY 1: 200 ERROR_RESPONSE 26");
  }

  @Test
  void reportsLostConnection() throws Exception {
    server.enqueue(
        new MockResponse.Builder().onRequestStart(new SocketEffect.CloseSocket()).build());
    try (VideoTasks tasks = client(telemetry)) {
      assertThatThrownBy(() -> tasks.get("a", CallOptions.defaults().withMaxRequests(1)))
          .isInstanceOf(VideoTasksException.class);
    }
    assertThat(telemetry.takeEnds(1)).containsExactly("TASK_QUERY 1: 0 CONNECTION 0");
  }

  @Test
  void reportsEachPollOfWait() throws Exception {
    enqueue(200, RUNNING);
    enqueue(429, "");
    enqueue(200, "{\"status\":\"failed\"}");
    try (VideoTasks tasks = client(telemetry)) {
      tasks.await("a");
    }
    assertThat(telemetry.takeEnds(3))
        .containsExactly(
            "TASK_POLL 1: 200 SUCCESS 23",
            "TASK_POLL 1: 429 RATE_LIMITED 0",
            "TASK_POLL 1: 200 SUCCESS 19");
  }

  @Test
  void reportsCancelledQuery() throws Exception {
    server.enqueue(new MockResponse.Builder().onRequestStart(SocketEffect.Stall.INSTANCE).build());
    try (VideoTasks tasks = client(telemetry)) {
      CompletableFuture<TaskState> query = tasks.getAsync("a");
      assertThat(telemetry.takeStart().number()).isEqualTo(1);
      query.cancel(true);
      assertThat(telemetry.takeEnds(1)).containsExactly("TASK_QUERY 1: 0 CANCELLED 0");
    }
  }

  @Test
  void reportsRedirectedDownload() throws Exception {
    enqueue(200, "{\"status\":\"completed\",\"object\":\"video\"}");
    server.enqueue(
        new MockResponse.Builder()
            .code(302)
            .addHeader("Location", server.url("/v.mp4?sig=canary"))
            .build());
    enqueueVideo();
    try (VideoTasks tasks = client(telemetry)) {
      tasks.downloads().result("a", folder, OPTIONS.withPlainHttp());
    }
    assertThat(telemetry.takeEnds(3))
        .containsExactly(
            "TASK_QUERY 1: 200 SUCCESS 39",
            "FILE_CONTENT 1: 302 SUCCESS 0",
            "FILE_DOWNLOAD 2: 200 SUCCESS 50000");
  }

  @Test
  void reportsRejectedFile() throws Exception {
    String url = server.url("/v.mp4?sig=canary").toString();
    enqueue(200, "{\"status\":\"completed\",\"video_url\":\"" + url + "\"}");
    enqueue(200, "<html>no video</html>");
    try (VideoTasks tasks = client(telemetry)) {
      assertThatThrownBy(() -> tasks.downloads().result("a", folder, OPTIONS))
          .isInstanceOf(VideoTasksException.class);
    }
    assertThat(telemetry.takeEnds(2)).last().isEqualTo("FILE_DOWNLOAD 1: 200 UNEXPECTED_FILE 21");
  }

  @Test
  void reportsCallOfInterface() throws Exception {
    enqueue(404, "{}");
    try (VideoTasks tasks = client(telemetry)) {
      tasks.api(VideoTasksApi.class).retrieveVideo("a").execute();
    }
    assertThat(telemetry.takeEnds(1)).containsExactly("API_CALL 1: 404 TASK_NOT_FOUND 2");
  }

  @Test
  void eventsContainNeitherIdNorUrlNorKey() throws Exception {
    CompletableFuture<String> seen = new CompletableFuture<>();
    enqueue(400, KEY + " sora-2:task_1 https://h/v?sig=canary");
    TelemetryListener printing =
        new TelemetryListener() {
          @Override
          public void onRequestEnd(RequestEnd end) {
            seen.complete(end.toString());
          }
        };
    try (VideoTasks tasks = client(printing)) {
      assertThatThrownBy(() -> tasks.get("sora-2:task_1")).isInstanceOf(VideoTasksException.class);
    }
    assertThat(seen.get())
        .contains("host=" + server.getHostName())
        .doesNotContain("task_1", "canary", "http:");
  }

  @Test
  void blockedListenerStopsNeitherCallsNorWaits() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    TelemetryListener blocked =
        new TelemetryListener() {
          @Override
          public void onRequestStart(RequestStart start) {
            try {
              release.await();
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
          }
        };
    enqueue(200, RUNNING);
    enqueue(200, "{\"status\":\"failed\"}");
    try (VideoTasks tasks = client(blocked)) {
      assertThat(List.of(tasks.get("a"), tasks.await("a"))).hasSize(2);
    } finally {
      release.countDown();
    }
  }
}
