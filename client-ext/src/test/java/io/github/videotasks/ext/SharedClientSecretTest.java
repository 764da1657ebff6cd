package io.github.videotasks.ext;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.ext.download.DownloadOptions;
import io.github.videotasks.ext.download.SampleVideos;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.EventListener;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okio.Buffer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the interceptors and event listeners of a shared client see of a request with a key. */
class SharedClientSecretTest {

  private static final String KEY = "canary-key-4711-0815";

  @TempDir Path folder;
  private final MockWebServer server = new MockWebServer();
  private final List<String> seen = new CopyOnWriteArrayList<>();
  private final OkHttpClient shared =
      new OkHttpClient.Builder()
          .addInterceptor(chain -> intercept("application", chain))
          .addNetworkInterceptor(chain -> intercept("network", chain))
          .eventListener(new RecordingEvents())
          .build();

  @BeforeEach
  void start() throws Exception {
    server.start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Response intercept(String name, Interceptor.Chain chain) throws IOException {
    see(name + " request", chain.request());
    see(name + " call", chain.call().request());
    Response response = chain.proceed(chain.request());
    see(name + " response", response);
    return response;
  }

  private void see(String name, Request request) {
    // Not Headers.toString(), which hides this header.
    seen.add(name + " " + request.headers() + request.header("Authorization"));
  }

  /** Follows the responses that OkHttp keeps inside of a response. */
  private void see(String name, @Nullable Response response) {
    if (response != null) {
      see(name, response.request());
      see(name + " network", response.networkResponse());
      see(name + " prior", response.priorResponse());
      see(name + " cache", response.cacheResponse());
    }
  }

  private final class RecordingEvents extends EventListener {
    @Override
    public void connectionAcquired(Call call, Connection connection) {
      see("connection", call.request());
    }

    @Override
    public void requestHeadersEnd(Call call, Request request) {
      see("headers", request);
    }

    @Override
    public void responseHeadersEnd(Call call, Response response) {
      see("response headers", response);
    }
  }

  private VideoTasks client() {
    return VideoTasks.builder()
        .baseUrl(server.url("/").toString())
        .apiKey(KEY)
        .httpClient(shared)
        .build();
  }

  private String sentKey() throws InterruptedException {
    return String.valueOf(server.takeRequest().getHeaders().get("Authorization"));
  }

  @Test
  void queryShowsEverythingButTheKey() throws Exception {
    server.enqueue(new MockResponse.Builder().body("{\"status\":\"queued\"}").build());
    try (VideoTasks tasks = client()) {
      tasks.get("a");
    }
    assertThat(sentKey()).isEqualTo("Bearer " + KEY);
    assertThat(seen).hasSize(10).noneMatch(text -> text.contains("canary"));
    assertThat(seen)
        .anyMatch(text -> text.startsWith("application response network "))
        .anyMatch(text -> text.startsWith("headers ") && text.contains("User-Agent: video-tasks"))
        .anyMatch(text -> text.startsWith("response headers "));
  }

  @Test
  void contentOfGatewayShowsEverythingButTheKey() throws Exception {
    server.enqueue(
        new MockResponse.Builder().body("{\"status\":\"completed\",\"object\":\"video\"}").build());
    server.enqueue(
        new MockResponse.Builder().body(new Buffer().write(SampleVideos.mp4(5_000, 1))).build());
    try (VideoTasks tasks = client()) {
      tasks.downloads().result("a", folder, DownloadOptions.defaults());
    }
    assertThat(List.of(sentKey(), sentKey())).containsOnly("Bearer " + KEY);
    assertThat(seen).hasSize(20).noneMatch(text -> text.contains("canary"));
  }
}
