package io.github.videotasks.contract.regeneration;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Gateway with a create operation that fails in a chosen way; every task has succeeded. */
final class CreateStandIn implements AutoCloseable {

  /** How the gateway responds to a create. */
  private enum CreateOutcome {
    ACCEPTED(200, "Accept"),
    CONNECTION_CLOSED(0, "Connection"),
    REQUEST_TIMEOUT(408, "Retry-After"),
    RATE_LIMITED(429, "Retry-After"),
    UNAVAILABLE(503, "Retry-After"),
    REDIRECTED(307, "Location");

    private final int status;
    private final String header;

    CreateOutcome(int status, String header) {
      this.status = status;
      this.header = header;
    }
  }

  private static final String TASK_ID = "sora-2:task_1";

  private final HttpServer server;
  private final AtomicInteger creates = new AtomicInteger();

  private CreateStandIn(CreateOutcome outcome) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", exchange -> respond(exchange, outcome));
    server.start();
  }

  /** Starts a gateway for each outcome, in their order. */
  static List<CreateStandIn> startAll() throws IOException {
    List<CreateStandIn> gateways = new ArrayList<>();
    for (CreateOutcome outcome : CreateOutcome.values()) {
      gateways.add(new CreateStandIn(outcome));
    }
    return gateways;
  }

  private void respond(HttpExchange exchange, CreateOutcome outcome) throws IOException {
    exchange.getRequestBody().readAllBytes();
    if (!exchange.getRequestMethod().equals("POST")) {
      send(exchange, 200, "{\"status\":\"completed\",\"video_url\":\"https://a.example/v.mp4\"}");
      return;
    }
    creates.incrementAndGet();
    if (outcome == CreateOutcome.CONNECTION_CLOSED) {
      exchange.close();
      return;
    }
    String value = outcome == CreateOutcome.REDIRECTED ? "/v1/video/create" : "0";
    exchange.getResponseHeaders().set(outcome.header, value);
    send(exchange, outcome.status, "{\"id\":\"" + TASK_ID + "\",\"status\":\"pending\"}");
  }

  private static void send(HttpExchange exchange, int status, String json) throws IOException {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  String baseUrl() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Returns how many POST requests this gateway has received. */
  int createCount() {
    return creates.get();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
