package io.github.videotasks.contract.durable;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A gateway that counts its requests. All tasks are running; a storm rejects them with 429. */
final class CountingGateway implements AutoCloseable {

  private static final byte[] RUNNING =
      "{\"status\":\"processing\",\"progress\":40}".getBytes(StandardCharsets.UTF_8);
  private static final byte[] EMPTY = {};

  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(32);
  private final ConcurrentLinkedQueue<Long> arrivals = new ConcurrentLinkedQueue<>();
  private volatile boolean storm;

  CountingGateway() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1_024);
    server.setExecutor(threads);
    server.createContext("/", this::respond);
    server.start();
  }

  String baseUrl() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  void setStorm(boolean value) {
    storm = value;
  }

  private void respond(HttpExchange exchange) throws IOException {
    arrivals.add(System.nanoTime());
    boolean rejects = storm;
    byte[] body = rejects ? EMPTY : RUNNING;
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    if (rejects) {
      exchange.getResponseHeaders().add("Retry-After", "1");
    }
    exchange.sendResponseHeaders(rejects ? 429 : 200, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  /** Returns the times of all requests so far in nanoseconds, in order. */
  long[] arrivals() {
    return arrivals.stream().mapToLong(Long::longValue).sorted().toArray();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
