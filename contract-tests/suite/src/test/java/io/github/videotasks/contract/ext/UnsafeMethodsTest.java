package io.github.videotasks.contract.ext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.videotasks.ext.VideoTasks;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.ResponseBody;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import retrofit2.Call;
import retrofit2.http.Body;
import retrofit2.http.DELETE;
import retrofit2.http.GET;
import retrofit2.http.POST;
import retrofit2.http.PUT;

/**
 * Only GET and HEAD requests are ever repeated, whatever the server does: a create that is sent
 * twice is paid twice. The interface stands for one that is generated from another contract of the
 * same gateway.
 */
class UnsafeMethodsTest {

  private static final RequestBody BODY =
      RequestBody.create("{\"prompt\":\"a cat\"}", MediaType.get("application/json"));

  /** Operations that this library does not have. */
  interface CreateApi {
    @POST("v1/videos")
    Call<ResponseBody> create(@Body RequestBody body);

    @PUT("v1/videos/a")
    Call<ResponseBody> replace(@Body RequestBody body);

    @DELETE("v1/videos/a")
    Call<ResponseBody> delete();

    @GET("v1/videos/a")
    Call<ResponseBody> read();
  }

  private final MockWebServer server = new MockWebServer();
  private final AtomicInteger unsafeRequests = new AtomicInteger();
  private final List<String> authorizations = new ArrayList<>();

  @BeforeEach
  void startServer() throws IOException {
    server.start();
  }

  @AfterEach
  void stopServer() {
    server.close();
  }

  /** Responds to GET with 200 and keeps the connection, so that the next request reuses it. */
  private void replyToUnsafeMethods(MockResponse reply) {
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            String authorization = request.getHeaders().get("Authorization");
            authorizations.add(authorization == null ? "none" : authorization);
            if (request.getMethod().equals("GET")) {
              return new MockResponse.Builder().body("{}").build();
            }
            unsafeRequests.incrementAndGet();
            return reply;
          }
        });
  }

  private VideoTasks client() {
    return VideoTasks.builder()
        .baseUrl(server.url("/").toString())
        .apiKey("a-key-of-this-test")
        .httpClient(new OkHttpClient())
        .build();
  }

  private static Call<ResponseBody> call(CreateApi api, String method) {
    return switch (method) {
      case "POST" -> api.create(BODY);
      case "PUT" -> api.replace(BODY);
      default -> api.delete();
    };
  }

  @ParameterizedTest
  @CsvSource({
    "POST, 408, ",
    "POST, 429, 0",
    "POST, 503, 0",
    "POST, 503, ",
    "POST, 500, ",
    "PUT, 503, 0",
    "DELETE, 408, ",
    "DELETE, 503, 0",
  })
  void sendsOneRequestWhateverTheStatus(String method, int status, String retryAfter)
      throws IOException {
    MockResponse.Builder reply = new MockResponse.Builder().code(status);
    if (retryAfter != null) {
      reply.addHeader("Retry-After", retryAfter);
    }
    replyToUnsafeMethods(reply.build());
    try (VideoTasks tasks = client()) {
      CreateApi api = tasks.api(CreateApi.class);
      api.read().execute();

      assertThat(call(api, method).execute().code()).isEqualTo(status);
    }
    assertThat(unsafeRequests).hasValue(1);
    assertThat(authorizations).containsOnly("Bearer a-key-of-this-test");
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE"})
  void sendsOneRequestWhenTheServerClosesAKeptConnection(String method) throws IOException {
    replyToUnsafeMethods(
        new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build());
    try (VideoTasks tasks = client()) {
      CreateApi api = tasks.api(CreateApi.class);
      // Now the pool holds a connection, which the next request reuses.
      api.read().execute();

      assertThatThrownBy(() -> call(api, method).execute()).isInstanceOf(IOException.class);
    }
    assertThat(unsafeRequests).hasValue(1);
  }

  /** An interceptor of a shared client may drop the tags of a request. */
  @Test
  void sendsOneRequestThroughAnInterceptorThatBuildsANewRequest() throws IOException {
    replyToUnsafeMethods(
        new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build());
    OkHttpClient shared =
        new OkHttpClient.Builder()
            .addInterceptor(
                chain ->
                    chain.proceed(
                        new Request.Builder()
                            .url(chain.request().url())
                            .method(chain.request().method(), chain.request().body())
                            .build()))
            .build();
    try (VideoTasks tasks =
        VideoTasks.builder()
            .baseUrl(server.url("/").toString())
            .apiKey("key")
            .httpClient(shared)
            .build()) {
      CreateApi api = tasks.api(CreateApi.class);
      api.read().execute();

      assertThatThrownBy(() -> api.create(BODY).execute()).isInstanceOf(IOException.class);
    }
    assertThat(unsafeRequests).hasValue(1);
  }

  /** The control: OkHttp alone repeats both, so the tests above can fail. */
  @ParameterizedTest
  @ValueSource(strings = {"503", "closed"})
  void okHttpAloneSendsMoreThanOneRequest(String fault) throws IOException {
    MockResponse.Builder reply = new MockResponse.Builder();
    if (fault.equals("503")) {
      reply.code(503).addHeader("Retry-After", "0");
    } else {
      reply.onResponseStart(new SocketEffect.CloseSocket());
    }
    replyToUnsafeMethods(reply.build());
    CreateApi api =
        new retrofit2.Retrofit.Builder().baseUrl(server.url("/")).build().create(CreateApi.class);
    api.read().execute();
    try {
      api.create(BODY).execute();
    } catch (IOException e) {
      // Only the number of requests matters.
    }
    assertThat(unsafeRequests).hasValueGreaterThan(1);
  }

  @Test
  void limitsResponsesOfOtherInterfaces() throws IOException {
    replyToUnsafeMethods(new MockResponse.Builder().body("x".repeat(101)).build());
    try (VideoTasks tasks =
        VideoTasks.builder()
            .baseUrl(server.url("/").toString())
            .apiKey("key")
            .maxResponseBytes(100)
            .build()) {
      CreateApi api = tasks.api(CreateApi.class);
      assertThatThrownBy(() -> api.create(BODY).execute())
          .isInstanceOf(IOException.class)
          .hasMessage(
              "response body: expected at most 100 bytes after decompression, found more; if such a"
                  + " response is right, raise maxResponseBytes(…)");
    }
  }

  @Test
  void rejectsClassThatIsNotAnInterface() {
    try (VideoTasks tasks = client()) {
      assertThatThrownBy(() -> tasks.api(String.class))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
