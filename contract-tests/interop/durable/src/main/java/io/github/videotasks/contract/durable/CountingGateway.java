package io.github.videotasks.contract.durable;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A gateway that counts its requests. All tasks are running; a storm rejects them with 429, and
 * while it hangs it accepts requests and does not respond.
 */
final class CountingGateway implements AutoCloseable {

  private static final byte[] RUNNING =
      "{\"status\":\"processing\",\"progress\":40}".getBytes(StandardCharsets.UTF_8);
  private static final byte[] EMPTY = {};

  /** The id of a task in the URL of a request. */
  private static final Pattern TASK = Pattern.compile("task_\\d+");

  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(32);
  private final ConcurrentLinkedQueue<TimedPoll> arrivals = new ConcurrentLinkedQueue<>();
  private volatile boolean storm;
  private volatile CountDownLatch open = new CountDownLatch(0);

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

  /** Accepts requests without a response until {@link #endHang}. */
  void hang() {
    open = new CountDownLatch(1);
  }

  void endHang() {
    open.countDown();
  }

  private void respond(HttpExchange exchange) throws IOException {
    long now = System.nanoTime();
    Matcher task = TASK.matcher(exchange.getRequestURI().toString());
    arrivals.add(new TimedPoll(task.find() ? task.group() : "", now));
    try {
      open.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return;
    }
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

  /** Returns all requests so far. */
  List<TimedPoll> arrivals() {
    return List.copyOf(arrivals);
  }

  @Override
  public void close() {
    endHang();
    server.stop(0);
    threads.shutdownNow();
  }
}
