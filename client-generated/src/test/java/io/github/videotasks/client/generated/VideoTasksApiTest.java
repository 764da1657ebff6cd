package io.github.videotasks.client.generated;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.client.ApiClient;
import io.github.videotasks.client.api.VideoTasksApi;
import io.github.videotasks.client.model.VideoTask;
import java.io.IOException;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import retrofit2.Call;
import retrofit2.Response;

/** The HTTP requests that the generated API sends: method, URL, headers and body. */
class VideoTasksApiTest {
  private final MockWebServer server = new MockWebServer();
  private final OkHttpClient http = new OkHttpClient();

  @BeforeEach
  void startServer() throws IOException {
    server.start();
  }

  @AfterEach
  void stopServer() {
    server.close();
    http.connectionPool().evictAll();
    http.dispatcher().executorService().shutdown();
  }

  private VideoTasksApi api() {
    return ApiClient.retrofit(server.url("/").toString())
        .client(http)
        .build()
        .create(VideoTasksApi.class);
  }

  private RecordedRequest sendAndRecord(Call<VideoTask> call)
      throws IOException, InterruptedException {
    server.enqueue(new MockResponse.Builder().body("{\"id\":\"a\",\"status\":\"p\"}").build());
    Response<VideoTask> response = call.execute();
    assertThat(response.body()).isNotNull();
    return server.takeRequest();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sora-2:task_01k6x15vhrff09dkkqjrzwhm60",
        "veo3.1-fast:1758000000-AbCdEfGhIj",
        "a/b?c#d&e=f+g h%2F",
        "任务:1",
      })
  void sendsIdUnchangedInQueryAndPath(String id) throws IOException, InterruptedException {
    assertThat(sendAndRecord(api().queryVideoTask(id)).getUrl().queryParameter("id")).isEqualTo(id);
    assertThat(sendAndRecord(api().retrieveVideo(id)).getUrl().pathSegments())
        .containsExactly("v1", "videos", id);
  }

  @Test
  void doesNotEncodeColonInPath() throws IOException, InterruptedException {
    assertThat(sendAndRecord(api().retrieveVideo("sora-2:task_01")).getTarget())
        .isEqualTo("/v1/videos/sora-2:task_01");
  }

  @Test
  void sendsNoBodyAndNoExtraHeaders() throws IOException, InterruptedException {
    RecordedRequest request = sendAndRecord(api().queryVideoTask("a"));

    assertThat(request.getMethod()).isEqualTo("GET");
    assertThat(request.getBodySize()).isZero();
    assertThat(request.getHeaders().names())
        .containsExactlyInAnyOrder("Host", "Connection", "Accept-Encoding", "User-Agent");
  }

  @Test
  void appendsOperationPathToBaseUrl() throws IOException, InterruptedException {
    VideoTasksApi api =
        ApiClient.retrofit(server.url("/proxy/").toString())
            .client(http)
            .build()
            .create(VideoTasksApi.class);

    assertThat(sendAndRecord(api.retrieveVideo("a")).getTarget()).isEqualTo("/proxy/v1/videos/a");
  }
}
