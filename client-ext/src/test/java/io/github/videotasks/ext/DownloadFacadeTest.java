package io.github.videotasks.ext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.videotasks.ext.download.Download;
import io.github.videotasks.ext.download.DownloadOptions;
import io.github.videotasks.ext.download.SampleVideos;
import io.github.videotasks.ext.error.ErrorKind;
import io.github.videotasks.ext.error.VideoTasksException;
import io.github.videotasks.ext.payload.TaskState;
import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okio.Buffer;
import okio.Okio;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Downloads through the facade, with a gateway on one port and a file host on another. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class DownloadFacadeTest {

  private static final String KEY = "canary-token-4711-0815";
  private static final byte[] VIDEO = SampleVideos.mp4(100_000, 1);
  private static final DownloadOptions ALLOW_PRIVATE =
      DownloadOptions.defaults().withPrivateNetworks();

  @TempDir Path folder;
  private final MockWebServer gateway = new MockWebServer();
  private final MockWebServer files = new MockWebServer();
  private VideoTasks tasks;

  @BeforeEach
  void start() throws IOException {
    gateway.start();
    files.start();
    tasks = builder().build();
  }

  private VideoTasksBuilder builder() {
    return VideoTasks.builder().baseUrl(gateway.url("/").toString()).apiKey(KEY);
  }

  @AfterEach
  void stop() {
    tasks.close();
    gateway.close();
    files.close();
  }

  private void enqueueTask(String json) {
    gateway.enqueue(new MockResponse.Builder().body(json).build());
  }

  private static MockResponse videoResponse() {
    return new MockResponse.Builder().body(new Buffer().write(VIDEO)).build();
  }

  private String completed(String target) {
    return "{\"status\":\"completed\",\"video_url\":\"" + files.url(target) + "\"}";
  }

  private static RecordedRequest takeRequest(MockWebServer server) throws InterruptedException {
    RecordedRequest request = server.takeRequest(5, TimeUnit.SECONDS);
    assertThat(request).isNotNull();
    return request;
  }

  @Test
  void sendsKeyToGatewayOnly() throws Exception {
    enqueueTask(completed("/v?sig=a%2Fb"));
    files.enqueue(videoResponse());
    Download file = tasks.downloads().result("sora-2:task_1", folder, ALLOW_PRIVATE);
    assertThat(file.path()).isEqualTo(folder.resolve("sora-2~task_1.mp4")).hasBinaryContent(VIDEO);
    assertThat(takeRequest(gateway).getHeaders().get("Authorization")).isEqualTo("Bearer " + KEY);
    RecordedRequest request = takeRequest(files);
    assertThat(request.getTarget()).isEqualTo("/v?sig=a%2Fb");
    assertThat(request.getHeaders().toString()).doesNotContain(KEY);
    assertThat(request.getHeaders().get("Authorization")).isNull();
  }

  @Test
  void downloadsLargeFileFromGatewayWithKey() throws Exception {
    byte[] large = SampleVideos.mp4(40 << 20, 2);
    enqueueTask("{\"status\":\"completed\"}");
    gateway.enqueue(new MockResponse.Builder().body(new Buffer().write(large)).build());
    Download file = tasks.downloads().result("sora-2:task_1", folder, ALLOW_PRIVATE);
    assertThat(file.path()).hasBinaryContent(large);
    takeRequest(gateway);
    RecordedRequest request = takeRequest(gateway);
    assertThat(request.getTarget()).isEqualTo("/v1/videos/sora-2:task_1/content");
    assertThat(request.getHeaders().get("Authorization")).isEqualTo("Bearer " + KEY);
  }

  @Test
  void dropsKeyOnRedirectToFileHost() throws Exception {
    enqueueTask("{\"status\":\"completed\"}");
    gateway.enqueue(
        new MockResponse.Builder().code(302).addHeader("Location", files.url("/v")).build());
    files.enqueue(videoResponse());
    assertThat(tasks.downloads().result("a", folder, ALLOW_PRIVATE).path()).hasBinaryContent(VIDEO);
    assertThat(takeRequest(files).getHeaders().toString()).doesNotContain(KEY);
  }

  @Test
  void rejectsPrivateAddressesByDefault() {
    enqueueTask(completed("/v"));
    VideoTasksException error =
        catchThrowableOfType(VideoTasksException.class, () -> tasks.download("a", folder));
    assertThat(error.kind()).isEqualTo(ErrorKind.URL_REFUSED);
    assertThat(files.getRequestCount()).isZero();
  }

  @Test
  void reportsRejectedKeyAsUnauthorized() {
    enqueueTask("{\"status\":\"completed\"}");
    gateway.enqueue(new MockResponse.Builder().code(401).body(KEY).build());
    VideoTasksException error =
        catchThrowableOfType(
            VideoTasksException.class, () -> tasks.downloads().result("a", folder, ALLOW_PRIVATE));
    assertThat(error.kind()).isEqualTo(ErrorKind.UNAUTHORIZED);
    assertThat(error.toString()).doesNotContain(KEY);
  }

  @Test
  void downloadsEachUrlOfTaskOnce() throws Exception {
    enqueueTask(
        """
        {"status":"completed","video_url":"%1$s","url":"%1$s","gif_url":"%2$s",
         "thumbnail_url":"%3$s",
         "detail":{"draft_info":{"encodings":{"source_wm":{"path":"%4$s"}}}}}
        """
            .formatted(files.url("/v"), files.url("/g"), files.url("/t"), files.url("/w")));
    files.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return request.getTarget().equals("/g")
                ? new MockResponse.Builder().body("GIF89a and pixels").build()
                : videoResponse();
          }
        });
    TaskState task = tasks.get("a");
    List<Download> all =
        tasks.downloads().all(task, folder, ALLOW_PRIVATE.withExpectedBytes(100_000));
    assertThat(all)
        .extracting(file -> file.kind() + " " + file.path().getFileName())
        .containsExactly(
            "VIDEO a.mp4",
            "WATERMARKED_VIDEO a+watermarked.mp4",
            "GIF a+gif.gif",
            "THUMBNAIL a+thumbnail.mp4");
    assertThat(files.getRequestCount()).isEqualTo(4);
  }

  @Test
  void downloadsOtherFilesWhenOneFails() throws Exception {
    enqueueTask(
        "{\"status\":\"completed\",\"video_url\":\"%s\",\"gif_url\":\"%s\"}"
            .formatted(files.url("/v"), files.url("/g")));
    files.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return request.getTarget().equals("/g")
                ? new MockResponse.Builder().body("<html>").build()
                : videoResponse();
          }
        });
    TaskState task = tasks.get("a");
    VideoTasksException error =
        catchThrowableOfType(
            VideoTasksException.class, () -> tasks.downloads().all(task, folder, ALLOW_PRIVATE));
    assertThat(error.kind()).isEqualTo(ErrorKind.UNEXPECTED_FILE);
    assertThat(folder.resolve("a.mp4")).hasBinaryContent(VIDEO);
    assertThat(folder).isDirectoryNotContaining("glob:**gif*");
  }

  @Test
  void ignoresSharedInterceptorsForFileHosts() throws Exception {
    OkHttpClient shared =
        new OkHttpClient.Builder()
            .addInterceptor(
                chain ->
                    chain.proceed(chain.request().newBuilder().header("X-Api-Key", KEY).build()))
            .build();
    enqueueTask(completed("/v"));
    files.enqueue(videoResponse());
    try (VideoTasks own = builder().httpClient(shared).build()) {
      own.downloads().result("a", folder, ALLOW_PRIVATE);
    }
    assertThat(takeRequest(files).getHeaders().get("X-Api-Key")).isNull();
  }

  @Test
  void usesNoPooledConnectionOfSharedClient() {
    OkHttpClient shared = new OkHttpClient();
    files.enqueue(videoResponse());
    try (VideoTasks own = builder().httpClient(shared).build();
        Response warm = call(shared)) {
      warm.body().source().readAll(Okio.blackhole());
      enqueueTask(completed("/v"));
      assertThatThrownBy(
              () -> own.downloads().result("a", folder, DownloadOptions.defaults().withPlainHttp()))
          .extracting(error -> ((VideoTasksException) error).kind())
          .isEqualTo(ErrorKind.URL_REFUSED);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    assertThat(files.getRequestCount()).isEqualTo(1);
  }

  /** Returns a selector that uses the proxy for every host except the gateway. */
  private ProxySelector proxyForFiles(MockWebServer proxy) {
    return new ProxySelector() {
      @Override
      public List<Proxy> select(URI uri) {
        return List.of(
            uri.getPort() == gateway.getPort() ? Proxy.NO_PROXY : proxy.getProxyAddress());
      }

      @Override
      public void connectFailed(URI uri, SocketAddress address, IOException error) {
        throw new AssertionError(error);
      }
    };
  }

  private Response call(OkHttpClient client) throws IOException {
    return client.newCall(new Request.Builder().url(files.url("/v")).build()).execute();
  }

  @Test
  void keepsSharedExecutorOpenOnClose() throws Exception {
    OkHttpClient shared = new OkHttpClient();
    enqueueTask(completed("/v"));
    files.enqueue(videoResponse());
    try (VideoTasks own = builder().httpClient(shared).build()) {
      own.downloads().result("a", folder, ALLOW_PRIVATE);
    }
    assertThat(shared.dispatcher().executorService().isShutdown()).isFalse();
  }

  @Test
  void usesSharedSocketFactoryForGatewayFile() throws Exception {
    CountingSocketFactory sockets = new CountingSocketFactory();
    OkHttpClient shared = new OkHttpClient.Builder().socketFactory(sockets).build();
    enqueueTask("{\"status\":\"completed\"}");
    gateway.enqueue(videoResponse());
    try (VideoTasks own = builder().httpClient(shared).build()) {
      own.downloads().result("a", folder, ALLOW_PRIVATE);
    }
    // One for the task, one for the file.
    assertThat(sockets.created).hasValue(2);
  }

  @Test
  void usesProxyOnlyWhenAllowed() throws Exception {
    try (MockWebServer proxy = new MockWebServer()) {
      proxy.start();
      proxy.enqueue(videoResponse());
      OkHttpClient shared = new OkHttpClient.Builder().proxySelector(proxyForFiles(proxy)).build();
      enqueueTask("{\"status\":\"completed\",\"video_url\":\"http://files.example/v?sig=1\"}");
      try (VideoTasks own = builder().httpClient(shared).build()) {
        own.downloads().result("a", folder, ALLOW_PRIVATE.withPlainHttp().withProxy());
      }
      RecordedRequest request = takeRequest(proxy);
      assertThat(request.getUrl()).hasToString("http://files.example/v?sig=1");
      assertThat(request.getHeaders().toString()).doesNotContain(KEY);
      enqueueTask(completed("/v"));
      files.enqueue(videoResponse());
      try (VideoTasks own = builder().httpClient(shared).build()) {
        own.downloads().result("b", folder, ALLOW_PRIVATE);
      }
      assertThat(proxy.getRequestCount()).isEqualTo(1);
    }
  }

  @Test
  void failsDownloadsOnClose() throws Exception {
    enqueueTask(completed("/v"));
    files.enqueue(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build());
    CompletableFuture<Download> open = tasks.downloads().resultAsync("a", folder, ALLOW_PRIVATE);
    takeRequest(files);
    tasks.close();
    assertThatThrownBy(open::get)
        .cause()
        .isInstanceOfSatisfying(
            VideoTasksException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.CLOSED));
    assertThat(Files.exists(folder.resolve("a.mp4"))).isFalse();
  }

  @Test
  void rejectsUnsafeIdBeforeRequest() {
    assertThatThrownBy(() -> tasks.download("../a", folder))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(gateway.getRequestCount()).isZero();
  }
}
