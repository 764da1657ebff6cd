package io.github.videotasks.contract.ext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.videotasks.ext.VideoTasks;
import io.github.videotasks.ext.download.DownloadOptions;
import io.github.videotasks.ext.error.ErrorKind;
import io.github.videotasks.ext.error.VideoTasksException;
import io.github.videotasks.ext.payload.Stage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.OkHttpClient;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Gateways whose TLS is not to be trusted: the key never leaves, and the error says why. */
class TlsFaultsTest {

  private static final HeldCertificate AUTHORITY =
      new HeldCertificate.Builder().certificateAuthority(0).build();
  private static final long DAY = Duration.ofDays(1).toMillis();

  private record Row(String name, HeldCertificate certificate, String says) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static HeldCertificate.Builder localhost() {
    return new HeldCertificate.Builder().addSubjectAlternativeName("localhost");
  }

  static List<Row> faults() {
    long now = Instant.now().toEpochMilli();
    return List.of(
        new Row("signed by itself", localhost().build(), "SSLHandshakeException"),
        new Row(
            "expired",
            localhost().signedBy(AUTHORITY).validityInterval(now - 2 * DAY, now - DAY).build(),
            "SSLHandshakeException"),
        new Row(
            "not yet valid",
            localhost().signedBy(AUTHORITY).validityInterval(now + DAY, now + 2 * DAY).build(),
            "SSLHandshakeException"),
        new Row(
            "for another host",
            new HeldCertificate.Builder()
                .addSubjectAlternativeName("gateway.example")
                .signedBy(AUTHORITY)
                .build(),
            "SSLPeerUnverifiedException"),
        new Row(
            "for no host",
            new HeldCertificate.Builder().commonName("localhost").signedBy(AUTHORITY).build(),
            "SSLPeerUnverifiedException"),
        new Row(
            "of an authority that nobody knows",
            localhost()
                .signedBy(new HeldCertificate.Builder().certificateAuthority(0).build())
                .build(),
            "SSLHandshakeException"));
  }

  private static MockWebServer serving(HeldCertificate certificate) throws IOException {
    MockWebServer server = new MockWebServer();
    server.useHttps(
        new HandshakeCertificates.Builder()
            .heldCertificate(certificate)
            .build()
            .sslSocketFactory());
    server.start();
    return server;
  }

  private static VideoTasks trusting(String baseUrl) {
    HandshakeCertificates trusted =
        new HandshakeCertificates.Builder().addTrustedCertificate(AUTHORITY.certificate()).build();
    OkHttpClient client =
        new OkHttpClient.Builder()
            .sslSocketFactory(trusted.sslSocketFactory(), trusted.trustManager())
            .build();
    return VideoTasks.builder().baseUrl(baseUrl).apiKey("key").httpClient(client).build();
  }

  private static VideoTasksException error(VideoTasks tasks) {
    return catchThrowableOfType(VideoTasksException.class, () -> tasks.get("a"));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void isRefusedBeforeAnythingIsAsked(Row row) throws IOException {
    try (MockWebServer server = serving(row.certificate());
        VideoTasks tasks = trusting(server.url("/").toString())) {
      VideoTasksException error = error(tasks);
      assertThat(error.kind()).isEqualTo(ErrorKind.CONNECTION);
      assertThat(error).hasMessageContaining(row.says());
      assertThat(error.attempts()).isLessThanOrEqualTo(3);
      assertThat(heads(server)).isZero();
    }
  }

  /** The server counts a handshake that failed as a request, one without a path. */
  private static long heads(MockWebServer server) {
    return Stream.generate(() -> taken(server))
        .takeWhile(head -> !head.isEmpty())
        .filter(head -> !head.equals("handshake"))
        .count();
  }

  private static String taken(MockWebServer server) {
    try {
      RecordedRequest request = server.takeRequest(0, TimeUnit.SECONDS);
      if (request == null) {
        return "";
      }
      return request.getFailure() != null ? "handshake" : request.getRequestLine();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void anHonestServerIsAsked() throws IOException {
    try (MockWebServer server = serving(localhost().signedBy(AUTHORITY).build());
        VideoTasks tasks = trusting(server.url("/").toString())) {
      server.enqueue(new MockResponse.Builder().body(Replies.TASK).build());
      assertThat(tasks.get("a").stage()).isEqualTo(Stage.QUEUED);
      assertThat(heads(server)).isEqualTo(1);
    }
  }

  @Test
  void plainHttpAtAPortThatSpeaksTls() throws IOException {
    try (MockWebServer server = serving(localhost().signedBy(AUTHORITY).build());
        VideoTasks tasks = trusting("http://localhost:" + server.getPort())) {
      assertThat(error(tasks).kind()).isEqualTo(ErrorKind.CONNECTION);
      assertThat(heads(server)).isZero();
    }
  }

  @Test
  void aHandshakeThatTheServerBreaksOff() throws IOException {
    try (MockWebServer server = serving(localhost().signedBy(AUTHORITY).build());
        VideoTasks tasks = trusting(server.url("/").toString())) {
      for (int i = 0; i < 9; i++) {
        server.enqueue(new MockResponse.Builder().failHandshake().build());
      }
      assertThat(error(tasks).kind()).isEqualTo(ErrorKind.CONNECTION);
    }
  }

  private static DownloadOptions here() {
    return DownloadOptions.defaults().withPrivateAddresses().withMaxFailures(0);
  }

  @Test
  void aFileHostThatSendsAwayFromTlsIsNotFollowed(@TempDir Path folder) throws IOException {
    try (MockWebServer server = serving(localhost().signedBy(AUTHORITY).build());
        MockWebServer plain = new MockWebServer();
        VideoTasks tasks = trusting(server.url("/").toString())) {
      plain.start();
      server.enqueue(new MockResponse.Builder().body(finished(server)).build());
      server.enqueue(
          new MockResponse.Builder().code(302).addHeader("Location", plain.url("/v")).build());
      assertThatThrownBy(() -> tasks.downloads().result("a", folder, here()))
          .hasMessageContaining("expected a redirect that keeps https, found http");
      assertThat(plain.getRequestCount()).isZero();
    }
  }

  @Test
  void aFileHostThatNobodyKnowsSendsNoFile(@TempDir Path folder) throws IOException {
    try (MockWebServer server = serving(localhost().signedBy(AUTHORITY).build());
        MockWebServer files = serving(localhost().build());
        VideoTasks tasks = trusting(server.url("/").toString())) {
      server.enqueue(new MockResponse.Builder().body(finished(files)).build());
      assertThatThrownBy(() -> tasks.downloads().result("a", folder, here()))
          .hasMessageContaining("SSLHandshakeException");
      assertThat(heads(files)).isZero();
      assertThat(folder).isEmptyDirectory();
    }
  }

  private static String finished(MockWebServer files) {
    return "{\"status\":\"completed\",\"video_url\":\"" + files.url("/v") + "\"}";
  }

  /** With its own trust the library trusts what the machine trusts, and no test's authority. */
  @Test
  void aClientOfOurOwnTrustsNobodyElse() throws IOException {
    try (MockWebServer server = serving(localhost().signedBy(AUTHORITY).build());
        VideoTasks tasks =
            VideoTasks.builder().baseUrl(server.url("/").toString()).apiKey("key").build()) {
      assertThat(error(tasks).kind()).isEqualTo(ErrorKind.CONNECTION);
      assertThat(heads(server)).isZero();
    }
  }
}
