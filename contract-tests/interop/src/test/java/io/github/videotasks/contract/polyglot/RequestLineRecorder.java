package io.github.videotasks.contract.polyglot;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Records the request lines that a client sends for ids with characters that have a meaning in a
 * path. The contract's pattern rejects such ids, but most clients do not check it.
 */
final class RequestLineRecorder implements AutoCloseable {
  /** File in the folder of a recipe. Each line is an id, a tab and the received request line. */
  static final String FILE = "request-lines.txt";

  private static final String NO_REQUEST = "no request";
  private static final List<String> IDS =
      List.of("sora-2:task_01", "..", ".", "../../admin", "a\\b", "a\nb", "");

  private final Queue<String> received = new ConcurrentLinkedQueue<>();
  private final HttpServer server;

  private RequestLineRecorder() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::respond);
    server.start();
  }

  /** Returns the content of the file: a line for each id. */
  static String recordAll(Recipe recipe, CommandRunner commands)
      throws IOException, InterruptedException {
    try (RequestLineRecorder lines = new RequestLineRecorder()) {
      StringBuilder text = new StringBuilder();
      for (String id : IDS) {
        String shown = id.isEmpty() ? "(empty)" : id.replace("\n", "(line feed)");
        text.append(shown)
            .append('\t')
            .append(lines.recordRequests(recipe, commands, id))
            .append('\n');
      }
      return text.toString();
    }
  }

  private String recordRequests(Recipe recipe, CommandRunner commands, String id)
      throws IOException, InterruptedException {
    received.clear();
    Path out = StockClientBuilder.createEmptyFolder(commands, "response").resolve("response.json");
    List<String> command = new ArrayList<>(recipe.query());
    command.add("http://127.0.0.1:" + server.getAddress().getPort());
    command.addAll(List.of("polyglot", "retrieveVideo", id, out.toString()));
    commands.run(command);
    return received.isEmpty() ? NO_REQUEST : String.join(", ", received);
  }

  private void respond(HttpExchange exchange) throws IOException {
    received.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
    byte[] body = "{\"id\":\"a\",\"status\":\"b\"}".getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
