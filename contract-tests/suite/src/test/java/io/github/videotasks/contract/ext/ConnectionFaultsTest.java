package io.github.videotasks.contract.ext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.videotasks.ext.CallOptions;
import io.github.videotasks.ext.VideoTasks;
import io.github.videotasks.ext.error.ConnectionException;
import io.github.videotasks.ext.error.ErrorKind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.MockWebServer;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;

/** Tests faults below HTTP: no server, unknown host, no TLS, several IP addresses. */
class ConnectionFaultsTest {

  private static final CallOptions SINGLE_REQUEST = CallOptions.defaults().withMaxRequests(1);
  private static final CallOptions SHORT_LIMIT = SINGLE_REQUEST.withTimeout(Duration.ofMillis(500));

  private static VideoTasks client(String baseUrl, OkHttpClient client) {
    return VideoTasks.builder().baseUrl(baseUrl).apiKey("key").httpClient(client).build();
  }

  @Test
  void reportsRefusedConnection() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    try (VideoTasks tasks = client("http://127.0.0.1:" + port, new OkHttpClient())) {
      assertThatThrownBy(() -> tasks.get("a", SINGLE_REQUEST))
          .isInstanceOf(ConnectionException.class)
          .hasMessageContaining("ConnectException");
    }
  }

  @Test
  void reportsUnknownHost() {
    OkHttpClient nameless =
        new OkHttpClient.Builder()
            .dns(
                name -> {
                  throw new UnknownHostException(name);
                })
            .build();
    try (VideoTasks tasks = client("https://gateway.example", nameless)) {
      assertThatThrownBy(() -> tasks.get("a", SINGLE_REQUEST))
          .isInstanceOfSatisfying(
              ConnectionException.class,
              error -> assertThat(error.kind()).isEqualTo(ErrorKind.UNKNOWN_HOST))
          .hasMessageStartingWith(
              "expected a response from gateway.example, found none: UnknownHostException,"
                  + " gateway.example; check the spelling of the host in the base URL,");
    }
  }

  @Test
  void retriesUnknownHost() {
    AtomicInteger lookups = new AtomicInteger();
    OkHttpClient nameless =
        new OkHttpClient.Builder()
            .dns(
                name -> {
                  lookups.incrementAndGet();
                  throw new UnknownHostException(name);
                })
            .build();
    try (AcceleratedScheduler time = new AcceleratedScheduler();
        VideoTasks tasks =
            VideoTasks.builder()
                .baseUrl("https://gateway.example")
                .apiKey("key")
                .httpClient(nameless)
                .scheduler(time)
                .build()) {
      assertThatThrownBy(() -> tasks.get("a", CallOptions.defaults().withMaxRequests(3)))
          .isInstanceOfSatisfying(
              ConnectionException.class,
              error -> {
                assertThat(error.kind()).isEqualTo(ErrorKind.UNKNOWN_HOST);
                assertThat(error.attempts()).isEqualTo(3);
              });
      assertThat(lookups).hasValue(3);
    }
  }

  @Test
  void reportsServerWithoutTls() throws IOException {
    try (MockWebServer plain = new MockWebServer()) {
      plain.start();
      try (VideoTasks tasks = client("https://127.0.0.1:" + plain.getPort(), new OkHttpClient())) {
        assertThatThrownBy(() -> tasks.get("a", SHORT_LIMIT))
            .isInstanceOf(ConnectionException.class);
      }
    }
  }

  @Test
  void reportsStalledTlsHandshake() throws IOException {
    try (RawSocketServer silent = new RawSocketServer(List.of());
        VideoTasks tasks = client("https://127.0.0.1:" + silent.port(), new OkHttpClient())) {
      assertThatThrownBy(() -> tasks.get("a", SHORT_LIMIT)).isInstanceOf(ConnectionException.class);
      assertThat(silent.requests()).isZero();
    }
  }

  /** The HTTP library tries the next IP address by itself and sends the request again. */
  @Test
  void countsRequestsToFurtherIpAddressesOfHost() throws IOException {
    InetAddress first = InetAddress.getLoopbackAddress();
    try (RawSocketServer server = new RawSocketServer(List.of(RawReplies.reset("")))) {
      OkHttpClient client =
          new OkHttpClient.Builder().dns(name -> List.of(first, first, first, first)).build();
      try (VideoTasks tasks =
          VideoTasks.builder()
              .baseUrl("http://gateway.example:" + server.port())
              .allowPlainHttp()
              .apiKey("key")
              .httpClient(client)
              .build()) {
        assertThatThrownBy(() -> tasks.get("a", CallOptions.defaults().withMaxRequests(2)))
            .isInstanceOfSatisfying(
                ConnectionException.class, error -> assertThat(error.attempts()).isEqualTo(2));
      }
      assertThat(server.requests()).isLessThanOrEqualTo(2);
    }
  }

  @Test
  void reportsFailureOfSharedClientInterceptor() {
    OkHttpClient broken =
        new OkHttpClient.Builder()
            .addInterceptor(
                chain -> {
                  throw new IOException("interceptor failed");
                })
            .build();
    try (VideoTasks tasks = client("https://gateway.example", broken)) {
      assertThatThrownBy(() -> tasks.get("a", SINGLE_REQUEST))
          .isInstanceOf(ConnectionException.class)
          .hasMessageContaining("interceptor failed");
    }
  }
}
