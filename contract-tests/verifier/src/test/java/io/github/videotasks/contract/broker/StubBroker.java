package io.github.videotasks.contract.broker;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Stub of a Pact broker on loopback: sends as much HAL as the broker client needs. Its root
 * document says that it is not a real broker. It implements one rule of a real broker: a version
 * may be deployed when the last recorded result is a success. So the tests prove that the commands
 * send the expected requests, and nothing about the decisions of a real broker.
 */
final class StubBroker implements AutoCloseable {

  private static final String TOKEN = "broker-token";

  private final HttpServer server;
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private volatile boolean deployable;

  StubBroker() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.start();
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Returns method, path and body of every request that is not a GET. */
  List<String> writeRequests() {
    return requests.stream().filter(it -> !it.startsWith("GET")).toList();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    requests.add(exchange.getRequestMethod() + " " + path + " " + body);
    if (path.equals("/results")) {
      deployable = body.replace(" ", "").contains("\"success\":true");
    }
    boolean authorized =
        ("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"));
    byte[] response = (authorized ? responseBody(path) : "{}").getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/hal+json");
    exchange.sendResponseHeaders(authorized ? 200 : 401, response.length);
    exchange.getResponseBody().write(response);
    exchange.close();
  }

  private String responseBody(String path) {
    if (path.equals("/")) {
      return """
      {"about": "a stub on loopback, not a Pact Broker", "_links": {
        "pb:publish-contracts": {"href": "%1$s/contracts/publish"},
        "pb:pacticipant-version": {"href": "%1$s/pacticipants/{pacticipant}/versions/{version}", "templated": true},
        "pb:pacticipant-version-tag":
          {"href": "%1$s/pacticipants/{pacticipant}/versions/{version}/tags/{tag}", "templated": true}}}\
      """
          .formatted(url());
    }
    if (path.equals("/matrix")) {
      return "{\"summary\": {\"deployable\": %s, \"reason\": \"as last recorded\", \"unknown\": 0}}"
          .formatted(deployable);
    }
    if (path.startsWith("/pacts/")) {
      return """
      {"_links": {"self": {"href": "%1$s%2$s"},
        "pb:provider": {"href": "%1$s/provider", "name": "p"},
        "pb:publish-verification-results": {"href": "%1$s/results"}}}\
      """
          .formatted(url(), path);
    }
    if (path.equals("/provider")) {
      return """
      {"_links": {
        "pb:version-tag": {"href": "%1$s/provider/versions/{version}/tags/{tag}", "templated": true},
        "pb:branch-version": {"href": "%1$s/provider/branches/{branch}/versions/{version}", "templated": true}}}\
      """
          .formatted(url());
    }
    if (path.matches("/pacticipants/[^/]+/versions/[^/]+")) {
      return "{\"_links\": {\"pb:record-deployment\": [{\"name\": \"production\", \"href\": \"%s/deployed\"}]}}"
          .formatted(url());
    }
    return "{\"notices\": []}";
  }
}
