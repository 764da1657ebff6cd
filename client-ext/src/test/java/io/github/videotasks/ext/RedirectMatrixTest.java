package io.github.videotasks.ext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.videotasks.ext.error.UnexpectedResponseException;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** No redirect status with any header makes the client contact another host or send the key. */
class RedirectMatrixTest {

  private static final List<String> TARGETS =
      List.of(
          "{elsewhere}",
          "//127.0.0.1:{port}/",
          "http://169.254.169.254/latest/meta-data/",
          "http://[::1]:{port}/",
          "http://[::ffff:127.0.0.1]:{port}/",
          "http://0x7f000001:{port}/",
          "http://2130706433:{port}/",
          "http://127.1:{port}/",
          "/v1/video/query?id=other",
          "?id=other",
          "file:///etc/passwd",
          "");

  private final MockWebServer gateway = new MockWebServer();
  private final MockWebServer elsewhere = new MockWebServer();

  @BeforeEach
  void start() throws IOException {
    gateway.start();
    elsewhere.start();
  }

  @AfterEach
  void stop() {
    gateway.close();
    elsewhere.close();
  }

  static Stream<Arguments> redirects() {
    return IntStream.of(300, 301, 302, 303, 307, 308)
        .boxed()
        .flatMap(
            status ->
                Stream.of("Location", "Refresh", "Content-Location", "Link")
                    .flatMap(
                        header -> TARGETS.stream().map(to -> Arguments.of(status, header, to))));
  }

  @ParameterizedTest
  @MethodSource("redirects")
  void followsNoRedirect(int status, String header, String target) {
    String to =
        target
            .replace("{elsewhere}", elsewhere.url("/").toString())
            .replace("{port}", String.valueOf(elsewhere.getPort()));
    gateway.enqueue(new MockResponse.Builder().code(status).addHeader(header, to).build());
    OkHttpClient follower = new OkHttpClient.Builder().followRedirects(true).build();
    try (VideoTasks tasks =
        VideoTasks.builder()
            .baseUrl(gateway.url("/").toString())
            .apiKey("canary-token-4711")
            .httpClient(follower)
            .build()) {
      assertThatThrownBy(() -> tasks.get("a"))
          .isInstanceOf(UnexpectedResponseException.class)
          .hasMessageNotContaining("canary");
    }
    assertThat(gateway.getRequestCount()).isEqualTo(1);
    assertThat(elsewhere.getRequestCount()).isZero();
  }
}
