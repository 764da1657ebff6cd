package io.github.videotasks.ext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.videotasks.ext.error.ErrorKind;
import io.github.videotasks.ext.error.VideoTasksException;
import java.time.Duration;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The short forms of call options on the builder. */
class BuilderOptionsTest {

  private final MockWebServer server = new MockWebServer();

  @BeforeEach
  void start() throws Exception {
    server.start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private VideoTasksBuilder builder() {
    return VideoTasks.builder().baseUrl(server.url("/").toString()).apiKey("key");
  }

  private int requestsOfFailingCall(VideoTasksBuilder builder) {
    int before = server.getRequestCount();
    for (int i = 0; i < 5; i++) {
      server.enqueue(new MockResponse.Builder().code(503).addHeader("Retry-After", "0").build());
    }
    try (VideoTasks tasks = builder.build()) {
      assertThatThrownBy(() -> tasks.get("a")).isInstanceOf(VideoTasksException.class);
    }
    return server.getRequestCount() - before;
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void sendsOneRequestMoreThanRetries(int retries) {
    assertThat(requestsOfFailingCall(builder().maxRetries(retries))).isEqualTo(1 + retries);
  }

  @Test
  void lastCallWins() {
    CallOptions two = CallOptions.defaults().withMaxRequests(2);
    assertThat(requestsOfFailingCall(builder().callOptions(two).maxRetries(0))).isEqualTo(1);
    assertThat(requestsOfFailingCall(builder().maxRetries(0).callOptions(two))).isEqualTo(2);
  }

  @Test
  void endsCallAfterTimeout() {
    server.enqueue(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build());
    try (VideoTasks tasks = builder().maxRetries(0).timeout(Duration.ofMillis(50)).build()) {
      assertThatThrownBy(() -> tasks.get("a"))
          .isInstanceOfSatisfying(
              VideoTasksException.class,
              error -> assertThat(error.kind()).isEqualTo(ErrorKind.CALL_TIMEOUT))
          .hasMessageStartingWith("expected a response within PT0.05S");
    }
  }

  @Test
  void rejectsInvalidValues() {
    assertThatThrownBy(() -> builder().maxRetries(-1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected maxRetries >= 0, found -1");
    assertThatThrownBy(() -> builder().timeout(Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected a positive timeout, found PT0S");
    assertThat(builder().maxRetries(Integer.MAX_VALUE)).isNotNull();
  }
}
