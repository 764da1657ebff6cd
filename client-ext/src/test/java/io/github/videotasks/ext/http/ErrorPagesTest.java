package io.github.videotasks.ext.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.videotasks.ext.CallOptions;
import io.github.videotasks.ext.EndpointStyle;
import io.github.videotasks.ext.VideoTasks;
import io.github.videotasks.ext.error.ErrorKind;
import io.github.videotasks.ext.error.UnexpectedResponseException;
import io.github.videotasks.ext.polling.WaitPolicy;
import java.util.ArrayList;
import java.util.List;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests errors that are neither about the task nor about the API key. */
class ErrorPagesTest {

  private static final String CHALLENGE =
      "<!DOCTYPE html><title>Just a moment...</title><div class=\"cf-challenge\"></div>";

  private final List<String> paths = new ArrayList<>();

  private VideoTasks client(String baseUrl, int status, String type, String body) {
    OkHttpClient http =
        new OkHttpClient.Builder()
            .addInterceptor(
                chain -> {
                  paths.add(chain.request().url().encodedPath());
                  return new Response.Builder()
                      .request(chain.request())
                      .protocol(Protocol.HTTP_1_1)
                      .code(status)
                      .message("")
                      .body(ResponseBody.create(body, MediaType.get(type)))
                      .build();
                })
            .build();
    return VideoTasks.builder()
        .baseUrl(baseUrl)
        .apiKey("key")
        .httpClient(http)
        .callOptions(CallOptions.defaults().withMaxRequests(1))
        .build();
  }

  @ParameterizedTest
  @CsvSource({
    "false, https://gateway.example, GET /v1/video/query",
    "true, https://gateway.example, GET /v1/videos/task_1",
    "true, https://gateway.example/relay, GET /relay/v1/videos/task_1",
  })
  void namesThePathThatTheGatewayDoesNotHave(boolean openAi, String baseUrl, String path) {
    EndpointStyle style = openAi ? EndpointStyle.OPENAI : EndpointStyle.UNIFIED;
    CallOptions options = CallOptions.defaults().withEndpoint(style);
    try (VideoTasks tasks = client(baseUrl, 404, "text/plain", "404 page not found")) {
      UnexpectedResponseException error =
          catchThrowableOfType(
              UnexpectedResponseException.class, () -> tasks.get("task_1", options));

      assertThat(error.kind()).isEqualTo(ErrorKind.ENDPOINT_NOT_FOUND);
      assertThat(error)
          .hasMessageStartingWith(
              "this gateway does not have " + path + ": check baseUrl or endpoint(…): \"404 page");
    }
  }

  @Test
  void endsWaitAtFirstPollIfThePathIsUnknown() {
    String body = "{\"error\":{\"message\":\"Invalid URL (GET /v1/video/query)\"}}";
    try (VideoTasks tasks = client("https://gateway.example", 404, "application/json", body)) {
      UnexpectedResponseException error =
          catchThrowableOfType(
              UnexpectedResponseException.class,
              () -> tasks.await("task_1", WaitPolicy.defaults()));

      assertThat(error.kind()).isEqualTo(ErrorKind.ENDPOINT_NOT_FOUND);
      assertThat(paths).containsExactly("/v1/video/query");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403, 503})
  void doesNotBlameTheKeyForChallenge(int status) {
    try (VideoTasks tasks = client("https://gateway.example", status, "text/html", CHALLENGE)) {
      UnexpectedResponseException error =
          catchThrowableOfType(UnexpectedResponseException.class, () -> tasks.get("task_1"));

      assertThat(error.kind()).isEqualTo(ErrorKind.CHALLENGE);
      assertThat(error.isRetryable()).isTrue();
      assertThat(error)
          .hasMessageStartingWith(
              "expected a response of the gateway, found a challenge for browsers (a web page)")
          .hasMessageNotContaining("API key");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://gateway.example",
        "https://gateway.example/v1",
        "https://gateway.example/v1/"
      })
  void sendsVersionOnceWhateverTheBaseUrl(String baseUrl) {
    String body = "{\"status\":\"queued\"}";
    try (VideoTasks tasks = client(baseUrl, 200, "application/json", body)) {
      tasks.get("task_1", CallOptions.defaults().withEndpoint(EndpointStyle.OPENAI));
    }
    assertThat(paths).containsExactly("/v1/videos/task_1");
  }
}
