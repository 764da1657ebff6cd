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
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stub provider that sends the same configured response to every request. Tests use it to send
 * hundreds of broken responses to a client.
 */
public final class StubProviderServer implements AutoCloseable {

  private final HttpServer server;
  private volatile ProviderResponse response = ProviderResponse.json(500, "");
  private final AtomicInteger requests = new AtomicInteger();
  private final List<String> authorizationHeaders = new CopyOnWriteArrayList<>();

  /** Starts a server on a free loopback port. */
  public StubProviderServer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext(
        "/",
        exchange -> {
          requests.incrementAndGet();
          ProviderResponse current = response;
          authorizationHeaders.addAll(
              exchange.getRequestHeaders().getOrDefault("Authorization", List.of()));
          byte[] body = current.body().getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Content-Type", current.contentType());
          exchange.sendResponseHeaders(current.status(), body.length == 0 ? -1 : body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  /**
   * Sets the response to all further requests.
   *
   * @return the base URL of this server, without a slash at the end
   */
  public URI respondWith(ProviderResponse next) {
    response = next;
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Returns the number of requests. */
  public int requestCount() {
    return requests.get();
  }

  /** Returns the Authorization headers of all requests; a request without the header adds none. */
  public List<String> authorizationHeaders() {
    return List.copyOf(authorizationHeaders);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
