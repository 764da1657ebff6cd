package io.github.videotasks.spec.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.github.videotasks.spec.finding.RejectedInputException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.SocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import okhttp3.OkHttpClient;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageFetcherTest {
  private static final FetchLimits ALLOW_PRIVATE =
      new FetchLimits(1_000, Duration.ofSeconds(30), 3, true, false);

  /** A proxy that no test can connect to. */
  private static final ProxySelector NO_PROXIES = selector(Proxy.Type.SOCKS, 1);

  private final AtomicInteger requestCount = new AtomicInteger();
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    stubResponse("/page", 200, "# A page\n");
    stubResponse("/full", 200, "x".repeat(1_000));
    stubResponse("/large", 200, "x".repeat(1_001));
    stubResponse("/gone", 404, "no");
    stubRedirect("/moved", "/page");
    stubRedirect("/round", "/round");
    stubRedirect("/file", "file:///etc/passwd");
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void fetchesPageAndFollowsRedirect() {
    assertThat(new PageFetcher(ALLOW_PRIVATE).fetch(url("/page")))
        .asString(UTF_8)
        .isEqualTo("# A page\n");
    assertThat(new PageFetcher(ALLOW_PRIVATE).fetch(url("/moved")))
        .asString(UTF_8)
        .isEqualTo("# A page\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "2130706433"})
  void neverConnectsToLoopback(String host) {
    String url = "http://" + host + ":" + server.getAddress().getPort() + "/page";
    assertThatThrownBy(() -> new PageFetcher(FetchLimits.DEFAULT).fetch(url))
        .isInstanceOf(RejectedInputException.class);
    assertThat(requestCount).hasValue(0);
  }

  @Test
  void reportsPrivateAddress() {
    assertThatThrownBy(() -> new PageFetcher(FetchLimits.DEFAULT).fetch(url("/page?key=secret")))
        .hasMessage(
            "127.0.0.1: [private-address] expected a public IP address, found a private, loopback,"
                + " link-local or reserved one. Pass --allow-private if you trust the host.");
  }

  @Test
  void limitsBodySize() {
    assertThat(new PageFetcher(ALLOW_PRIVATE).fetch(url("/full"))).hasSize(1_000);
    assertRejected("/large", "[too-large] expected at most 1000 bytes, found more");
  }

  @Test
  void rejectsErrorResponsesAndInvalidRedirects() {
    assertRejected("/gone", "[not-fetched] expected status 200, found 404");
    assertRejected("/round", "[redirects] expected at most 3 redirects, found more");
    assertRejected("/file", "[redirects] expected a redirect to http or https");
    assertThat(requestCount).hasValue(6);
  }

  @Test
  void throwsOnTimeout() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      FetchLimits limits = new FetchLimits(1_000, Duration.ofMillis(100), 3, true, false);
      String url = "http://127.0.0.1:" + silent.getLocalPort() + "/";
      assertThatThrownBy(() -> new PageFetcher(limits).fetch(url))
          .hasMessageContaining("[too-slow] expected a response within 100 ms, found none");
    }
  }

  @Test
  void rejectsRedirectToPrivateAddressOnConnect() throws IOException {
    InetAddress other = InetAddress.getByName("127.0.0.2");
    stubRedirect("/inside", "http://127.0.0.2:" + server.getAddress().getPort() + "/page");
    // This fetcher treats the server's own IP address as public and 127.0.0.2 as private.
    PageFetcher fetcher =
        new PageFetcher(
            FetchLimits.DEFAULT,
            address -> !address.equals(other),
            NO_PROXIES,
            new OkHttpClient.Builder(),
            System::nanoTime);
    assertThatThrownBy(() -> fetcher.fetch(url("/inside")))
        .hasMessageStartingWith("127.0.0.2: [private-address] expected a public IP address");
    assertThat(requestCount).hasValue(1);
  }

  @Test
  void limitsTotalTimeOfRedirects() {
    AtomicLong now = new AtomicLong();
    FetchLimits limits = new FetchLimits(1_000, Duration.ofSeconds(30), 100, true, false);
    PageFetcher fetcher =
        new PageFetcher(
            limits,
            address -> true,
            NO_PROXIES,
            new OkHttpClient.Builder(),
            () -> now.getAndAdd(Duration.ofSeconds(10).toNanos()));
    assertThatThrownBy(() -> fetcher.fetch(url("/round")))
        .hasMessageContaining("[too-slow] expected a response within 30000 ms, found none");
    assertThat(requestCount).hasValue(2);
  }

  @Test
  void rejectsRedirectFromHttpsToHttp() throws IOException {
    HeldCertificate certificate =
        new HeldCertificate.Builder().addSubjectAlternativeName("127.0.0.1").build();
    HandshakeCertificates keys =
        new HandshakeCertificates.Builder()
            .heldCertificate(certificate)
            .addTrustedCertificate(certificate.certificate())
            .build();
    HttpsServer secure =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    secure.setHttpsConfigurator(new HttpsConfigurator(keys.sslContext()));
    stubResponse(secure, "/page", 200, "# A page\n");
    stubRedirect(secure, "/plain", url("/page"));
    secure.start();
    try {
      String host = "https://127.0.0.1:" + secure.getAddress().getPort();
      assertThat(fetcherTrusting(keys).fetch(host + "/page"))
          .asString(UTF_8)
          .isEqualTo("# A page\n");
      assertThatThrownBy(() -> fetcherTrusting(keys).fetch(host + "/plain"))
          .hasMessageContaining(
              "[redirects] expected a redirect to http or https that keeps https");
      assertThatThrownBy(() -> new PageFetcher(ALLOW_PRIVATE).fetch(host + "/page"))
          .hasMessageContaining("[not-fetched] expected a response, found SSLHandshakeException");
    } finally {
      secure.stop(0);
    }
  }

  private static PageFetcher fetcherTrusting(HandshakeCertificates keys) {
    OkHttpClient.Builder base =
        new OkHttpClient.Builder().sslSocketFactory(keys.sslSocketFactory(), keys.trustManager());
    return new PageFetcher(
        FetchLimits.DEFAULT, address -> true, NO_PROXIES, base, System::nanoTime);
  }

  @Test
  void rejectsUrlWithPasswordAndMasksIt() {
    assertThatThrownBy(
            () -> new PageFetcher(ALLOW_PRIVATE).fetch("https://me:secret@acme.example/a"))
        .hasMessageContaining("[bad-address]")
        .hasMessageNotContaining("secret");
    assertThatThrownBy(() -> new PageFetcher(ALLOW_PRIVATE).fetch("ftp://acme.example/secret"))
        .hasMessageContaining("[bad-address]")
        .hasMessageNotContaining("secret");
  }

  @Test
  void usesHttpProxyOnlyWhenRequested() {
    ProxySelector proxies = selector(Proxy.Type.HTTP, server.getAddress().getPort());
    assertThat(fetchBy(proxies, true, "http://no-such-host.invalid/page"))
        .asString(UTF_8)
        .isEqualTo("# A page\n");
    assertThatThrownBy(() -> fetchBy(proxies, false, url("/page")))
        .hasMessageContaining("[private-address]");
    assertThat(requestCount).hasValue(1);
  }

  @Test
  void sendsNoPrivateIpAddressToProxy() {
    ProxySelector proxies = selector(Proxy.Type.HTTP, server.getAddress().getPort());
    assertThatThrownBy(() -> fetchBy(proxies, true, "http://169.254.169.254/page"))
        .hasMessageContaining("[private-address]");
    assertThatThrownBy(() -> fetchBy(proxies, true, "http://[::1]/page"))
        .hasMessageContaining("[private-address]");
    assertThat(requestCount).hasValue(0);
  }

  /** java.net.Socket reads these properties by itself. */
  @Test
  void ignoresSocksProxyOfSystemProperties() throws IOException {
    Map<String, String> socks =
        Map.of("socksProxyHost", "127.0.0.1", "socksProxyPort", "1", "socksNonProxyHosts", "");
    socks.forEach(System::setProperty);
    try {
      assertThat(new PageFetcher(ALLOW_PRIVATE).fetch(url("/page"))).hasSize(9);
    } finally {
      socks.keySet().forEach(System::clearProperty);
    }
  }

  private static byte[] fetchBy(ProxySelector proxies, boolean proxy, String url) {
    FetchLimits limits = FetchLimits.DEFAULT.withProxy(proxy);
    return new PageFetcher(
            limits,
            FetchAddressPolicy::isPublic,
            proxies,
            new OkHttpClient.Builder(),
            System::nanoTime)
        .fetch(url);
  }

  private static ProxySelector selector(Proxy.Type type, int port) {
    return new ProxySelector() {
      @Override
      public List<Proxy> select(URI uri) {
        return List.of(
            new Proxy(type, new InetSocketAddress(InetAddress.getLoopbackAddress(), port)));
      }

      @Override
      public void connectFailed(URI uri, SocketAddress address, IOException e) {}
    };
  }

  private void assertRejected(String path, String message) {
    assertThatThrownBy(() -> new PageFetcher(ALLOW_PRIVATE).fetch(url(path)))
        .isInstanceOf(RejectedInputException.class)
        .hasMessageContaining(message);
  }

  private String url(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  private void stubResponse(String path, int status, String body) {
    stubResponse(server, path, status, body);
  }

  private void stubResponse(HttpServer server, String path, int status, String body) {
    server.createContext(
        path,
        exchange -> {
          requestCount.incrementAndGet();
          byte[] bytes = body.getBytes(UTF_8);
          exchange.sendResponseHeaders(status, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
  }

  private void stubRedirect(String path, String to) {
    stubRedirect(server, path, to);
  }

  private void stubRedirect(HttpServer server, String path, String to) {
    server.createContext(
        path,
        exchange -> {
          requestCount.incrementAndGet();
          exchange.getResponseHeaders().add("Location", to);
          exchange.sendResponseHeaders(302, -1);
          exchange.close();
        });
  }
}
