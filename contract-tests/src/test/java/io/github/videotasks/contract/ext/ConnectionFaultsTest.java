package io.github.videotasks.contract.ext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.videotasks.ext.CallOptions;
import io.github.videotasks.ext.VideoTasks;
import io.github.videotasks.ext.error.ConnectionException;
import io.github.videotasks.ext.payload.Stage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Faults below HTTP/1.1: no server, no name, no TLS, broken streams of HTTP/2. */
class ConnectionFaultsTest {

  private static final CallOptions ONE = CallOptions.defaults().withMaxRequests(1);
  private static final CallOptions BRIEF = ONE.withLimit(Duration.ofMillis(500));

  private static VideoTasks at(String baseUrl, OkHttpClient client) {
    return VideoTasks.builder().baseUrl(baseUrl).apiKey("key").httpClient(client).build();
  }

  @Test
  void nobodyListens() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    try (VideoTasks tasks = at("http://127.0.0.1:" + port, new OkHttpClient())) {
      assertThatThrownBy(() -> tasks.get("a", ONE))
          .isInstanceOf(ConnectionException.class)
          .hasMessageContaining("ConnectException");
    }
  }

  @Test
  void theNameIsUnknown() {
    OkHttpClient nameless =
        new OkHttpClient.Builder()
            .dns(
                name -> {
                  throw new UnknownHostException(name);
                })
            .build();
    try (VideoTasks tasks = at("https://gateway.example", nameless)) {
      assertThatThrownBy(() -> tasks.get("a", ONE))
          .isInstanceOf(ConnectionException.class)
          .hasMessageStartingWith(
              "expected an answer from gateway.example, found none: UnknownHostException");
    }
  }

  @Test
  void theServerSpeaksNoTls() throws IOException {
    try (MockWebServer plain = new MockWebServer()) {
      plain.start();
      try (VideoTasks tasks = at("https://127.0.0.1:" + plain.getPort(), new OkHttpClient())) {
        assertThatThrownBy(() -> tasks.get("a", BRIEF)).isInstanceOf(ConnectionException.class);
      }
    }
  }

  @Test
  void theServerNeverAnswersTheHandshake() throws IOException {
    try (RawServer silent = new RawServer(List.of());
        VideoTasks tasks = at("https://127.0.0.1:" + silent.port(), new OkHttpClient())) {
      assertThatThrownBy(() -> tasks.get("a", BRIEF)).isInstanceOf(ConnectionException.class);
      assertThat(silent.requests()).isZero();
    }
  }

  private static MockWebServer http2(MockResponse... answers) throws IOException {
    MockWebServer server = new MockWebServer();
    server.setProtocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE));
    for (MockResponse answer : answers) {
      server.enqueue(answer);
    }
    server.start();
    return server;
  }

  private static OkHttpClient http2Client() {
    return new OkHttpClient.Builder().protocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE)).build();
  }

  /** INTERNAL_ERROR, REFUSED_STREAM, CANCEL, ENHANCE_YOUR_CALM. */
  @ParameterizedTest
  @ValueSource(ints = {2, 7, 8, 11})
  void aStreamOfHttp2IsReset(int code) throws IOException {
    MockResponse reset =
        new MockResponse.Builder().onRequestStart(new SocketEffect.CloseStream(code)).build();
    try (MockWebServer server = http2(reset, reset, reset, reset);
        VideoTasks tasks = at(server.url("/").toString(), http2Client())) {
      assertThatThrownBy(() -> tasks.get("a", ONE)).isInstanceOf(ConnectionException.class);
      assertThat(server.getRequestCount()).isLessThanOrEqualTo(1);
    }
  }

  @Test
  void anAnswerFollowsAResetStream() throws IOException {
    MockResponse reset =
        new MockResponse.Builder().onRequestStart(new SocketEffect.CloseStream(2)).build();
    MockResponse good = new MockResponse.Builder().body(Replies.TASK).build();
    try (MockWebServer server = http2(reset, good);
        VideoTasks tasks = at(server.url("/").toString(), http2Client())) {
      assertThat(tasks.get("a").stage()).isEqualTo(Stage.QUEUED);
    }
  }
}
