package io.github.videotasks.ext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.videotasks.ext.download.DownloadOptions;
import io.github.videotasks.ext.download.SampleVideos;
import java.nio.file.Path;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.OkHttp;
import okhttp3.OkHttpClient;
import okio.Buffer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The User-Agent header of requests to the gateway and to file hosts. */
class UserAgentTest {

  private static final String LIBRARY = "video-tasks/[0-9A-Za-z.-]+ okhttp/" + OkHttp.VERSION;

  @TempDir Path folder;
  private final MockWebServer server = new MockWebServer();
  private final MockWebServer fileHost = new MockWebServer();

  @BeforeEach
  void start() throws Exception {
    server.start();
    fileHost.start();
  }

  @AfterEach
  void stop() {
    server.close();
    fileHost.close();
  }

  private VideoTasksBuilder builder() {
    return VideoTasks.builder().baseUrl(server.url("/").toString()).apiKey("key");
  }

  private void enqueueTask() {
    server.enqueue(new MockResponse.Builder().body("{\"status\":\"queued\"}").build());
  }

  private static @Nullable String sent(MockWebServer host) throws InterruptedException {
    return host.takeRequest().getHeaders().get("User-Agent");
  }

  @Test
  void namesLibraryAndVersion() throws Exception {
    enqueueTask();
    try (VideoTasks tasks = builder().build()) {
      tasks.get("a");
    }
    assertThat(sent(server)).matches(LIBRARY);
  }

  @Test
  void namesApplicationFirst() throws Exception {
    enqueueTask();
    try (VideoTasks tasks = builder().userAgent("shop/2.1 (ops@shop.example)").build()) {
      tasks.get("a");
    }
    assertThat(sent(server)).matches("shop/2\\.1 \\(ops@shop\\.example\\) " + LIBRARY);
  }

  @Test
  void keepsUserAgentOfSharedClient() throws Exception {
    enqueueTask();
    OkHttpClient shared =
        new OkHttpClient.Builder()
            .addInterceptor(
                chain ->
                    chain.proceed(
                        chain.request().newBuilder().header("User-Agent", "proxy/1").build()))
            .build();
    try (VideoTasks tasks = builder().httpClient(shared).userAgent("shop/2.1").build()) {
      tasks.get("a");
    }
    assertThat(sent(server)).isEqualTo("proxy/1");
  }

  @Test
  void namesApplicationForContentOfGatewayButNotForFileHost() throws Exception {
    MockResponse video =
        new MockResponse.Builder().body(new Buffer().write(SampleVideos.mp4(50_000, 1))).build();
    server.enqueue(
        new MockResponse.Builder().body("{\"status\":\"completed\",\"object\":\"video\"}").build());
    server.enqueue(
        new MockResponse.Builder()
            .code(302)
            .addHeader("Location", fileHost.url("/v").toString())
            .build());
    fileHost.enqueue(video);
    try (VideoTasks tasks = builder().userAgent("shop/2.1").build()) {
      tasks
          .downloads()
          .result("a", folder, DownloadOptions.defaults().withPrivateNetworks().withPlainHttp());
    }
    assertThat(sent(server)).matches("shop/2\\.1 " + LIBRARY);
    assertThat(sent(server)).matches("shop/2\\.1 " + LIBRARY);
    assertThat(sent(fileHost)).matches(LIBRARY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        " shop",
        "shop ",
        "shop  2",
        "shop\t2",
        "shop\r\nX-Injected: 1",
        "店",
        "é"
      })
  void rejectsNameThatIsNotVisibleAscii(String name) {
    assertThatThrownBy(() -> builder().userAgent(name))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "userAgent: expected 1 to 200 visible ASCII characters, with single blanks between"
                + " words, found "
                + (name.isEmpty() ? "none" : "others")
                + "; pass a name such as shop/2.1");
  }

  @Test
  void rejectsLongName() {
    assertThatThrownBy(() -> builder().userAgent("a".repeat(201)))
        .hasMessageStartingWith("userAgent: expected 1 to 200 visible ASCII characters");
  }
}
