package io.github.videotasks.contract.polyglot;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.videotasks.contract.polyglot.WaitScripts.ScriptedResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Server on loopback that responds with scripts: the id in a request is the name of a script, and
 * each request for it gets the next response, and 401 after the last one, so that every waiter
 * ends. It counts the requests.
 */
final class WaitScriptServer implements AutoCloseable {
  private static final ScriptedResponse REFUSED = new ScriptedResponse(401, "", null, null);

  private final Map<String, List<ScriptedResponse>> scripts;
  private final Map<String, Integer> polls = new ConcurrentHashMap<>();
  private final HttpServer server;

  WaitScriptServer(Map<String, List<ScriptedResponse>> scripts) throws IOException {
    this.scripts = Map.copyOf(scripts);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::respond);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Returns the number of requests for each script, and forgets them. */
  Map<String, Integer> takePolls() {
    Map<String, Integer> taken = new TreeMap<>(polls);
    polls.clear();
    return taken;
  }

  private void respond(HttpExchange exchange) throws IOException {
    URI uri = exchange.getRequestURI();
    String id =
        uri.getQuery() == null
            ? uri.getPath().replaceFirst(".*/", "")
            : uri.getQuery().replaceFirst("^id=", "");
    List<ScriptedResponse> script = Objects.requireNonNull(scripts.get(id), id);
    int poll = polls.merge(id, 1, Integer::sum);
    ScriptedResponse response = poll > script.size() ? REFUSED : script.get(poll - 1);
    byte[] body = response.body().getBytes(StandardCharsets.UTF_8);
    String type = response.type();
    exchange.getResponseHeaders().add("Content-Type", type == null ? "application/json" : type);
    if (response.retryAfter() != null) {
      exchange.getResponseHeaders().add("Retry-After", response.retryAfter());
    }
    if (response.status() == 302) {
      exchange.getResponseHeaders().add("Location", url() + "/v1/videos/" + WaitScripts.MAIN);
    }
    exchange.sendResponseHeaders(response.status(), body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
