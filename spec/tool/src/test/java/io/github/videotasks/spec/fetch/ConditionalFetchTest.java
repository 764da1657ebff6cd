package io.github.videotasks.spec.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConditionalFetchTest {
  private static final FetchLimits LIMITS =
      new FetchLimits(1_000, Duration.ofSeconds(30), 3, true, false);
  private static final String DATE = "Tue, 01 Dec 2026 09:00:00 GMT";

  private final List<String> conditions = new ArrayList<>();
  private Map<String, String> responseHeaders = Map.of("ETag", "\"1\"", "Last-Modified", DATE);
  private int status = 200;
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          Headers sent = exchange.getRequestHeaders();
          conditions.add(sent.getFirst("If-None-Match") + " " + sent.getFirst("If-Modified-Since"));
          responseHeaders.forEach(exchange.getResponseHeaders()::set);
          boolean moved = exchange.getRequestURI().getPath().equals("/moved");
          if (moved) {
            exchange.getResponseHeaders().set("Location", "/page");
          }
          exchange.sendResponseHeaders(moved ? 302 : status, -1);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void sendsTheValidatorsOfTheLastResponse() {
    PageValidators known = fetch("/page", PageValidators.NONE).validators();
    status = 304;
    FetchResponse response = fetch("/page", known);
    assertThat(response.body()).isNull();
    assertThat(response.validators()).isEqualTo(known);
    assertThat(conditions).containsExactly("null null", "\"1\" " + DATE);
  }

  @Test
  void sendsThemToTheUrlThatSentThem() {
    PageValidators known = fetch("/moved", PageValidators.NONE).validators();
    fetch("/moved", known);
    fetch("/other", known);
    assertThat(conditions.subList(2, 5)).containsExactly("null null", "\"1\" " + DATE, "null null");
  }

  @Test
  void rejectsUnmodifiedResponseToUnconditionalRequest() {
    status = 304;
    assertThatThrownBy(() -> fetch("/page", PageValidators.NONE))
        .hasMessageContaining("[not-fetched] expected status 200, found 304");
  }

  /** OkHttp throws on values that a host may send and a client may not. */
  @Test
  void forgetsValidatorsThatCannotBeSent() {
    for (String value : List.of("\"\u00e9\"", "\"\t\"", "\"" + "x".repeat(300) + "\"")) {
      responseHeaders = Map.of("ETag", value);
      assertThat(fetch("/page", PageValidators.NONE).validators().etag()).as(value).isEmpty();
    }
    assertThat(new PageValidators("", "\"\r\nX: y\"", "\u0000"))
        .isEqualTo(new PageValidators("", "", ""));
  }

  private FetchResponse fetch(String path, PageValidators known) {
    String url = "http://127.0.0.1:" + server.getAddress().getPort() + path;
    return new PageFetcher(LIMITS).fetch(url, known);
  }
}
