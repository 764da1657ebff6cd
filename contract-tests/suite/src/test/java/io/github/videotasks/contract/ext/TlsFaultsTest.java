package io.github.videotasks.contract.ext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.videotasks.ext.VideoTasks;
import io.github.videotasks.ext.download.DownloadOptions;
import io.github.videotasks.ext.error.ConnectionException;
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
import okhttp3.CertificatePinner;
import okhttp3.OkHttpClient;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tests hosts with untrusted TLS: the client does not send the key, and the error has the reason.
 */
class TlsFaultsTest {

  private static final HeldCertificate AUTHORITY =
      new HeldCertificate.Builder().certificateAuthority(0).build();
  private static final long DAY_MILLIS = Duration.ofDays(1).toMillis();

  private record TlsFaultCase(String name, HeldCertificate certificate, String expectedMessage) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static HeldCertificate.Builder localhostCertificate() {
    return new HeldCertificate.Builder().addSubjectAlternativeName("localhost");
  }

  static List<TlsFaultCase> faults() {
    long now = Instant.now().toEpochMilli();
    return List.of(
        new TlsFaultCase("self-signed", localhostCertificate().build(), "SSLHandshakeException"),
        new TlsFaultCase(
            "expired",
            localhostCertificate()
                .signedBy(AUTHORITY)
                .validityInterval(now - 2 * DAY_MILLIS, now - DAY_MILLIS)
                .build(),
            "SSLHandshakeException"),
        new TlsFaultCase(
            "not yet valid",
            localhostCertificate()
                .signedBy(AUTHORITY)
                .validityInterval(now + DAY_MILLIS, now + 2 * DAY_MILLIS)
                .build(),
            "SSLHandshakeException"),
        new TlsFaultCase(
            "for another host",
            new HeldCertificate.Builder()
                .addSubjectAlternativeName("gateway.example")
                .signedBy(AUTHORITY)
                .build(),
            "SSLPeerUnverifiedException"),
        new TlsFaultCase(
            "for no host",
            new HeldCertificate.Builder().commonName("localhost").signedBy(AUTHORITY).build(),
            "SSLPeerUnverifiedException"),
        new TlsFaultCase(
            "of an unknown authority",
            localhostCertificate()
                .signedBy(new HeldCertificate.Builder().certificateAuthority(0).build())
                .build(),
            "SSLHandshakeException"));
  }

  private static MockWebServer startServer(HeldCertificate certificate) throws IOException {
    MockWebServer server = new MockWebServer();
    server.useHttps(
        new HandshakeCertificates.Builder()
            .heldCertificate(certificate)
            .build()
            .sslSocketFactory());
    server.start();
    return server;
  }

  private static VideoTasks clientTrustingAuthority(String baseUrl) {
    HandshakeCertificates trusted =
        new HandshakeCertificates.Builder().addTrustedCertificate(AUTHORITY.certificate()).build();
    OkHttpClient client =
        new OkHttpClient.Builder()
            .sslSocketFactory(trusted.sslSocketFactory(), trusted.trustManager())
            .build();
    return VideoTasks.builder().baseUrl(baseUrl).apiKey("key").httpClient(client).build();
  }

  private static VideoTasksException requestError(VideoTasks tasks) {
    return catchThrowableOfType(VideoTasksException.class, () -> tasks.get("a"));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void rejectsCertificateBeforeSendingRequest(TlsFaultCase row) throws IOException {
    try (MockWebServer server = startServer(row.certificate());
        VideoTasks tasks = clientTrustingAuthority(server.url("/").toString())) {
      VideoTasksException error = requestError(tasks);
      assertThat(error.kind()).isEqualTo(ErrorKind.UNTRUSTED_CERTIFICATE);
      assertThat(error.isRetryable()).isFalse();
      assertThat(error)
          .isInstanceOf(ConnectionException.class)
          .hasMessageStartingWith(
              "expected a response from localhost, found none: " + row.expectedMessage() + ", ")
          .hasMessageContaining("; check the base URL; if the certificate is right, pass an");
      assertThat(error.attempts()).isEqualTo(1);
      assertThat(receivedRequestCount(server)).isZero();
    }
  }

  /**
   * Returns the number of requests without failed handshakes, which the server counts as requests.
   */
  private static long receivedRequestCount(MockWebServer server) {
    return Stream.generate(() -> takeRequestLine(server))
        .takeWhile(head -> !head.isEmpty())
        .filter(head -> !head.equals("handshake"))
        .count();
  }

  private static String takeRequestLine(MockWebServer server) {
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

  /** A pin is the user's own rule about certificates. */
  @Test
  void rejectsCertificateThatIsNotPinned() throws IOException {
    HandshakeCertificates trusted =
        new HandshakeCertificates.Builder().addTrustedCertificate(AUTHORITY.certificate()).build();
    OkHttpClient client =
        new OkHttpClient.Builder()
            .sslSocketFactory(trusted.sslSocketFactory(), trusted.trustManager())
            .certificatePinner(
                new CertificatePinner.Builder()
                    .add(
                        "localhost",
                        CertificatePinner.pin(localhostCertificate().build().certificate()))
                    .build())
            .build();
    try (MockWebServer server = startServer(localhostCertificate().signedBy(AUTHORITY).build());
        VideoTasks tasks =
            VideoTasks.builder()
                .baseUrl(server.url("/").toString())
                .apiKey("key")
                .httpClient(client)
                .build()) {
      VideoTasksException error = requestError(tasks);
      assertThat(error.kind()).isEqualTo(ErrorKind.UNTRUSTED_CERTIFICATE);
      assertThat(error.attempts()).isEqualTo(1);
      assertThat(receivedRequestCount(server)).isZero();
    }
  }

  @Test
  void sendsRequestToTrustedServer() throws IOException {
    try (MockWebServer server = startServer(localhostCertificate().signedBy(AUTHORITY).build());
        VideoTasks tasks = clientTrustingAuthority(server.url("/").toString())) {
      server.enqueue(new MockResponse.Builder().body(RawReplies.TASK).build());
      assertThat(tasks.get("a").stage()).isEqualTo(Stage.QUEUED);
      assertThat(receivedRequestCount(server)).isEqualTo(1);
    }
  }

  @Test
  void rejectsPlainHttpToTlsPort() throws IOException {
    try (MockWebServer server = startServer(localhostCertificate().signedBy(AUTHORITY).build());
        VideoTasks tasks = clientTrustingAuthority("http://localhost:" + server.getPort())) {
      assertThat(requestError(tasks).kind()).isEqualTo(ErrorKind.CONNECTION);
      assertThat(receivedRequestCount(server)).isZero();
    }
  }

  @Test
  void reportsHandshakeAbortedByServer() throws IOException {
    try (MockWebServer server = startServer(localhostCertificate().signedBy(AUTHORITY).build());
        VideoTasks tasks = clientTrustingAuthority(server.url("/").toString())) {
      for (int i = 0; i < 9; i++) {
        server.enqueue(new MockResponse.Builder().failHandshake().build());
      }
      VideoTasksException error = requestError(tasks);
      assertThat(error.kind()).isEqualTo(ErrorKind.CONNECTION);
      assertThat(error.attempts()).isEqualTo(3);
    }
  }

  private static DownloadOptions loopbackDownload() {
    return DownloadOptions.defaults().withPrivateNetworks().withMaxFailures(0);
  }

  @Test
  void rejectsDownloadRedirectFromHttpsToHttp(@TempDir Path folder) throws IOException {
    try (MockWebServer server = startServer(localhostCertificate().signedBy(AUTHORITY).build());
        MockWebServer plain = new MockWebServer();
        VideoTasks tasks = clientTrustingAuthority(server.url("/").toString())) {
      plain.start();
      server.enqueue(new MockResponse.Builder().body(finishedTask(server)).build());
      server.enqueue(
          new MockResponse.Builder().code(302).addHeader("Location", plain.url("/v")).build());
      assertThatThrownBy(() -> tasks.downloads().result("a", folder, loopbackDownload()))
          .hasMessageContaining("expected a redirect that keeps https, found http");
      assertThat(plain.getRequestCount()).isZero();
    }
  }

  @Test
  void rejectsDownloadFromUntrustedHost(@TempDir Path folder) throws IOException {
    try (MockWebServer server = startServer(localhostCertificate().signedBy(AUTHORITY).build());
        MockWebServer files = startServer(localhostCertificate().build());
        VideoTasks tasks = clientTrustingAuthority(server.url("/").toString())) {
      server.enqueue(new MockResponse.Builder().body(finishedTask(files)).build());
      assertThatThrownBy(() -> tasks.downloads().result("a", folder, loopbackDownload()))
          .hasMessageContaining("SSLHandshakeException");
      assertThat(receivedRequestCount(files)).isZero();
      assertThat(folder).isEmptyDirectory();
    }
  }

  private static String finishedTask(MockWebServer files) {
    return "{\"status\":\"completed\",\"video_url\":\"" + files.url("/v") + "\"}";
  }

  /** The default client trusts the authorities of the JVM, but not that of this test. */
  @Test
  void defaultClientRejectsUntrustedAuthority() throws IOException {
    try (MockWebServer server = startServer(localhostCertificate().signedBy(AUTHORITY).build());
        VideoTasks tasks =
            VideoTasks.builder().baseUrl(server.url("/").toString()).apiKey("key").build()) {
      assertThat(requestError(tasks).kind()).isEqualTo(ErrorKind.UNTRUSTED_CERTIFICATE);
      assertThat(receivedRequestCount(server)).isZero();
    }
  }
}
