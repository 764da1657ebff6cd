package io.github.videotasks.contract.bench.coldstart;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Gives every client the same answer on the loopback: a finished video, as OpenAI's format has it.
 */
final class FixedVideoServer implements AutoCloseable {
  private final HttpServer server;

  /** Starts with an example of the contract, taken from the folder of all of them. */
  FixedVideoServer(Path examples) throws IOException {
    byte[] answer = Files.readAllBytes(examples.resolve("chainhub-openai").resolve("2.json"));
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/v1/videos/",
        exchange -> {
          exchange.getResponseHeaders().add("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    server.start();
  }

  /** With a slash at its end. */
  String baseUrl() {
    return "http://localhost:" + server.getAddress().getPort() + "/";
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
