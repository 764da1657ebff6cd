package io.github.videotasks.contract.testkit;

import com.sun.net.httpserver.HttpServer;
import io.github.videotasks.contract.replay.ProviderResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Answers every request with the one answer that it was given last: for trying hundreds of broken
 * answers on a client.
 */
public final class StubProviderServer implements AutoCloseable {

  private final HttpServer server;
  private volatile ProviderResponse response = ProviderResponse.json(500, "");
  private final List<String> authorizationHeaders = new CopyOnWriteArrayList<>();

  /** Starts on a free loopback port. */
  public StubProviderServer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext(
        "/",
        exchange -> {
          ProviderResponse now = response;
          authorizationHeaders.addAll(
              exchange.getRequestHeaders().getOrDefault("Authorization", List.of()));
          byte[] body = now.body().getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Content-Type", now.contentType());
          exchange.sendResponseHeaders(now.status(), body.length == 0 ? -1 : body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  /** What every request is answered from now on. */
  public URI respondWith(ProviderResponse next) {
    response = next;
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** The Authorization headers of all requests; a request without one adds none. */
  public List<String> authorizationHeaders() {
    return List.copyOf(authorizationHeaders);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
