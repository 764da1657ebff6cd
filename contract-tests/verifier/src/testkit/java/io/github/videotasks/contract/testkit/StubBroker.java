package io.github.videotasks.contract.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Stub of a Pact broker on loopback, for two clients: Pact's JVM client and Pact's command line in
 * Rust. Its documents have the links of a real broker's HAL documents, as far as these clients
 * follow them. It keeps what is published and implements one rule of a real broker: a version may
 * be deployed when all its pacts are published and the last result of each is a success. So the
 * tests prove that the commands send the expected requests and follow templated links, and nothing
 * about the decisions of a real broker.
 */
public final class StubBroker implements AutoCloseable {

  /** The bearer token that each request must have. */
  public static final String TOKEN = "broker-token";

  private static final JsonMapper JSON = new JsonMapper();

  private final HttpServer server;
  private final StubBrokerPacts pacts = new StubBrokerPacts();
  private final List<String> requests = new CopyOnWriteArrayList<>();

  /** Starts a broker on a free port. */
  public StubBroker() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.start();
  }

  /** Returns the URL of the root document. */
  public URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Returns method, path and body of every request that changes something, in order. */
  public List<String> writeRequests() {
    return requests.stream()
        .filter(request -> !request.startsWith("GET") && !request.contains("for-verification"))
        .toList();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      URI uri = exchange.getRequestURI();
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      requests.add(exchange.getRequestMethod() + " " + uri.getPath() + " " + body);
      boolean authorized =
          ("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"));
      JsonNode response =
          authorized
              ? respond(exchange.getRequestMethod(), uri, body)
              : JSON.createObjectNode().put("error", "unauthorized");
      int status = !authorized ? 401 : response.isMissingNode() ? 404 : 200;
      byte[] bytes = JSON.writeValueAsBytes(response.isMissingNode() ? "{}" : response);
      exchange.getResponseHeaders().set("Content-Type", "application/hal+json;charset=utf-8");
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private JsonNode respond(String method, URI uri, String body) {
    HalDocuments documents = new HalDocuments(url());
    List<String> path = List.of(uri.getPath().substring(1).split("/", -1));
    return switch (path.get(0)) {
      case "" -> documents.root();
      case "contracts" -> documents.published(pacts.publish(parse(body)));
      case "environments" -> documents.environments();
      case "matrix" -> documents.matrix(pacts.isDeployable(uri.getQuery()));
      case "pacticipants" -> documents.pacticipant(path, parse(body));
      case "pacts" -> pact(documents, method, path, body);
      default -> JSON.missingNode();
    };
  }

  /** Responds below {@code /pacts/provider/NAME}. */
  private JsonNode pact(HalDocuments documents, String method, List<String> path, String body) {
    String provider = path.get(2);
    if (path.get(3).equals("for-verification")) {
      return documents.forVerification(provider, pacts.consumersOf(provider));
    }
    if (path.get(3).equals("latest")) {
      return documents.latest(provider, pacts.consumersOf(provider));
    }
    String consumer = path.get(4);
    if (method.equals("POST")) {
      pacts.record(consumer, provider, parse(body).path("success").asBoolean());
      return documents.result();
    }
    return documents.pact(pacts.content(consumer, provider), consumer, provider);
  }

  private static JsonNode parse(String body) {
    try {
      return JSON.readTree(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
