package io.github.videotasks.spec.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.github.videotasks.spec.finding.RefusedException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageFetcherTest {
  private static final FetchLimits OPEN = new FetchLimits(1_000, Duration.ofSeconds(30), 3, true);

  private final AtomicInteger asked = new AtomicInteger();
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    answer("/page", 200, "# A page\n");
    answer("/full", 200, "x".repeat(1_000));
    answer("/large", 200, "x".repeat(1_001));
    answer("/gone", 404, "no");
    redirect("/moved", "/page");
    redirect("/round", "/round");
    redirect("/file", "file:///etc/passwd");
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void fetchesAPageAndFollowsARedirect() {
    assertThat(new PageFetcher(OPEN).fetch(url("/page"))).asString(UTF_8).isEqualTo("# A page\n");
    assertThat(new PageFetcher(OPEN).fetch(url("/moved"))).asString(UTF_8).isEqualTo("# A page\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "2130706433"})
  void neverConnectsToTheMachineItself(String host) {
    String url = "http://" + host + ":" + server.getAddress().getPort() + "/page";
    assertThatThrownBy(() -> new PageFetcher(FetchLimits.DEFAULT).fetch(url))
        .isInstanceOf(RefusedException.class);
    assertThat(asked).hasValue(0);
  }

  @Test
  void saysWhyAPrivateAddressWasRefused() {
    assertThatThrownBy(() -> new PageFetcher(FetchLimits.DEFAULT).fetch(url("/page?key=secret")))
        .hasMessage(
            "127.0.0.1: [private-address] expected a public address, found a private, loopback,"
                + " link-local or reserved one. Give --allow-private if the host is yours.");
  }

  @Test
  void readsUpToTheLimitAndNoFurther() {
    assertThat(new PageFetcher(OPEN).fetch(url("/full"))).hasSize(1_000);
    assertRefused("/large", "[too-large] expected at most 1000 bytes, found more");
  }

  @Test
  void refusesAnswersAndRedirectsThatLeadNowhere() {
    assertRefused("/gone", "[not-fetched] expected status 200, found 404");
    assertRefused("/round", "[redirects] expected at most 3 redirects, found more");
    assertRefused("/file", "[redirects] expected a redirect to http or https");
    assertThat(asked).hasValue(6);
  }

  @Test
  void givesUpWhenNoAnswerComesInTime() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      FetchLimits hasty = new FetchLimits(1_000, Duration.ofMillis(100), 3, true);
      String url = "http://127.0.0.1:" + silent.getLocalPort() + "/";
      assertThatThrownBy(() -> new PageFetcher(hasty).fetch(url))
          .hasMessageContaining("[too-slow] expected an answer within 100 ms, found none");
    }
  }

  @Test
  void refusesAddressesWithAPasswordAndNeverTellsIt() {
    assertThatThrownBy(() -> new PageFetcher(OPEN).fetch("https://me:secret@acme.example/a"))
        .hasMessageContaining("[bad-address]")
        .hasMessageNotContaining("secret");
    assertThatThrownBy(() -> new PageFetcher(OPEN).fetch("ftp://acme.example/secret"))
        .hasMessageContaining("[bad-address]")
        .hasMessageNotContaining("secret");
  }

  private void assertRefused(String path, String message) {
    assertThatThrownBy(() -> new PageFetcher(OPEN).fetch(url(path)))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining(message);
  }

  private String url(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  private void answer(String path, int status, String body) {
    server.createContext(
        path,
        exchange -> {
          asked.incrementAndGet();
          byte[] bytes = body.getBytes(UTF_8);
          exchange.sendResponseHeaders(status, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
  }

  private void redirect(String path, String to) {
    server.createContext(
        path,
        exchange -> {
          asked.incrementAndGet();
          exchange.getResponseHeaders().add("Location", to);
          exchange.sendResponseHeaders(302, -1);
          exchange.close();
        });
  }
}
