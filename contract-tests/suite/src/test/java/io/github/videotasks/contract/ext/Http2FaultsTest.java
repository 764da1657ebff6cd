package io.github.videotasks.contract.ext;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.ext.CallOptions;
import io.github.videotasks.ext.VideoTasks;
import io.github.videotasks.ext.error.ErrorKind;
import io.github.videotasks.ext.error.VideoTasksException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import okhttp3.Headers;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests the rows of the fault matrix over HTTP/2. Each call may send three requests. */
class Http2FaultsTest {

  /**
   * One row.
   *
   * @param expectedError the kind of error; null for a response that is parsed
   * @param responses to the first, the second, … request; the last one is repeated
   */
  private record Http2FaultCase(
      String name, @Nullable ErrorKind expectedError, List<MockResponse> responses) {
    @Override
    public String toString() {
      return name + " -> " + (expectedError == null ? "parsed" : expectedError);
    }
  }

  private static MockResponse response(UnaryOperator<MockResponse.Builder> change) {
    return change.apply(new MockResponse.Builder().body(RawReplies.TASK)).build();
  }

  private static Http2FaultCase faultCase(
      String name, @Nullable ErrorKind outcome, UnaryOperator<MockResponse.Builder> change) {
    return new Http2FaultCase(name, outcome, List.of(response(change)));
  }

  static Stream<Http2FaultCase> rows() {
    MockResponse success = response(plain -> plain);
    MockResponse reset = response(a -> a.onRequestStart(new SocketEffect.CloseStream(2)));
    MockResponse closed = response(a -> a.onResponseStart(new SocketEffect.CloseSocket()));
    // 0 NO_ERROR, 1 PROTOCOL_ERROR, 2 INTERNAL_ERROR, 7 REFUSED_STREAM, 8 CANCEL,
    // 11 ENHANCE_YOUR_CALM, 13 HTTP_1_1_REQUIRED.
    Stream<Http2FaultCase> resets =
        IntStream.of(0, 1, 2, 7, 8, 11, 13)
            .boxed()
            .flatMap(
                code -> {
                  SocketEffect effect = new SocketEffect.CloseStream(code);
                  return Stream.of(
                      faultCase(
                          "reset " + code, ErrorKind.CONNECTION, a -> a.onRequestStart(effect)),
                      faultCase(
                          "reset " + code + " before the response",
                          ErrorKind.CONNECTION,
                          a -> a.onResponseStart(effect)),
                      faultCase(
                          "reset " + code + " in the body",
                          ErrorKind.CONNECTION,
                          a -> a.body(" ".repeat(200_000)).onResponseBody(effect)));
                });
    return Stream.concat(
        resets,
        Stream.of(
            faultCase("a response", null, a -> a),
            faultCase(
                "a 103 before the response",
                null,
                a -> a.addInformationalResponse(informationalResponse(103))),
            faultCase("trailers", null, a -> a.trailers(Headers.of("sum", "1"))),
            faultCase(
                "connection closed",
                ErrorKind.CONNECTION,
                a -> a.onResponseStart(new SocketEffect.CloseSocket())),
            faultCase(
                "connection closed after the response",
                null,
                a -> a.onResponseEnd(SocketEffect.ShutdownConnection.INSTANCE)),
            faultCase("503", ErrorKind.SERVER_ERROR, a -> a.code(503)),
            faultCase("429", ErrorKind.RATE_LIMITED, a -> a.code(429)),
            faultCase("421", ErrorKind.REJECTED, a -> a.code(421)),
            faultCase("401", ErrorKind.UNAUTHORIZED, a -> a.code(401)),
            faultCase("302", ErrorKind.REDIRECTED, a -> a.code(302).addHeader("Location", "/")),
            new Http2FaultCase("a reset, then a response", null, List.of(reset, success)),
            new Http2FaultCase("two resets, then a response", null, List.of(reset, reset, success)),
            new Http2FaultCase(
                "connection closed, then a response", null, List.of(closed, success))));
  }

  private static MockResponse informationalResponse(int code) {
    return new MockResponse.Builder().code(code).build();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void endsAsDocumented(Http2FaultCase row) throws IOException {
    OkHttpClient client =
        new OkHttpClient.Builder().protocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE)).build();
    try (MockWebServer server = new MockWebServer();
        AcceleratedScheduler time = new AcceleratedScheduler()) {
      server.setProtocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE));
      for (int i = 0; i < 9; i++) {
        server.enqueue(row.responses().get(Math.min(i, row.responses().size() - 1)));
      }
      server.start();
      try (VideoTasks tasks =
          VideoTasks.builder()
              .baseUrl(server.url("/").toString())
              .apiKey("key")
              .httpClient(client)
              .scheduler(time)
              .callOptions(CallOptions.defaults().withTimeout(Duration.ofMinutes(20)))
              .build()) {
        assertThat(requestErrorKind(tasks)).isEqualTo(row.expectedError());
      }
      assertThat(server.getRequestCount()).isLessThanOrEqualTo(3);
    }
  }

  private static @Nullable ErrorKind requestErrorKind(VideoTasks tasks) {
    try {
      tasks.get("a");
      return null;
    } catch (VideoTasksException e) {
      return e.kind();
    }
  }
}
