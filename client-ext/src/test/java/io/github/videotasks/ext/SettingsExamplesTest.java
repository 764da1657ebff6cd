package io.github.videotasks.ext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.videotasks.ext.payload.Stage;
import io.github.videotasks.ext.polling.WaitPolicy;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.time.Duration;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;

/** Compiles and runs the examples of SETTINGS.md. */
class SettingsExamplesTest {

  private static VideoTasksBuilder timeouts() {
    // README timeouts: begin
    VideoTasksBuilder builder =
        VideoTasks.builder()
            .timeout(Duration.ofSeconds(10)) // of a call or poll with its retries
            .maxRetries(1) // of a call or poll; only GET and HEAD are ever repeated
            .waitPolicy(
                WaitPolicy.defaults()
                    .withDeadline(Duration.ofMinutes(20)) // of a whole wait
                    .withOutageTolerance(Duration.ofMinutes(5))); // while polls fail
    // README timeouts: end
    return builder;
  }

  private static VideoTasks readsKey() {
    // README key: begin
    VideoTasks tasks =
        VideoTasks.builder()
            .gateway(Gateway.CHAINHUB)
            .apiKeyFromEnvironment("VIDEO_TASKS_API_KEY")
            .build();
    // README key: end
    return tasks;
  }

  private static VideoTasks throughProxy(String baseUrl, String key, String host, int port) {
    // README proxy: begin
    OkHttpClient http =
        new OkHttpClient.Builder()
            .proxy(new Proxy(Proxy.Type.HTTP, new InetSocketAddress(host, port)))
            .build();
    VideoTasks tasks = VideoTasks.builder().baseUrl(baseUrl).apiKey(key).httpClient(http).build();
    // README proxy: end
    return tasks;
  }

  @Test
  void sendsRequestsThroughProxy() throws Exception {
    try (MockWebServer proxy = new MockWebServer()) {
      proxy.enqueue(new MockResponse.Builder().body("{\"status\":\"queued\"}").build());
      proxy.start();
      try (VideoTasks tasks =
          throughProxy("http://localhost:1/", "key", proxy.getHostName(), proxy.getPort())) {
        assertThat(tasks.get("a").stage()).isEqualTo(Stage.QUEUED);
      }
      assertThat(proxy.takeRequest().getRequestLine())
          .isEqualTo("GET http://localhost:1/v1/video/query?id=a HTTP/1.1");
    }
  }

  @Test
  void sendsOneRetry() throws Exception {
    try (MockWebServer server = new MockWebServer()) {
      server.enqueue(new MockResponse.Builder().code(503).build());
      server.enqueue(new MockResponse.Builder().body("{\"status\":\"queued\"}").build());
      server.start();
      try (VideoTasks tasks =
          timeouts().baseUrl(server.url("/").toString()).apiKey("key").build()) {
        assertThat(tasks.get("a").stage()).isEqualTo(Stage.QUEUED);
      }
    }
  }

  @Test
  void namesMissingEnvironmentVariable() {
    assertThat(System.getenv("VIDEO_TASKS_API_KEY")).isNull();
    assertThatThrownBy(SettingsExamplesTest::readsKey)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("environment variable VIDEO_TASKS_API_KEY, found none");
  }
}
