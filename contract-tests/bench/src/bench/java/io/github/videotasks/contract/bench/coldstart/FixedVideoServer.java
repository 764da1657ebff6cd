package io.github.videotasks.contract.bench.coldstart;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * HTTP server on the loopback interface that returns the same response to every request: a finished
 * video in OpenAI's format.
 */
final class FixedVideoServer implements AutoCloseable {
  private final HttpServer server;

  /**
   * Starts the server.
   *
   * @param examples folder of the contract's examples
   */
  FixedVideoServer(Path examples) throws IOException {
    byte[] body = Files.readAllBytes(examples.resolve("chainhub-openai").resolve("2.json"));
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/v1/videos/",
        exchange -> {
          exchange.getResponseHeaders().add("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  /** Returns the URL of the server with a trailing slash. */
  String baseUrl() {
    return "http://localhost:" + server.getAddress().getPort() + "/";
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
