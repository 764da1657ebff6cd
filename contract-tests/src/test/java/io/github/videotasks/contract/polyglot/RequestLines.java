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
 * What a client asks a server for when an id holds what means something in a path. The contract's
 * pattern refuses such ids; most clients do not look at it.
 */
final class RequestLines implements AutoCloseable {
  /** The file beside a recipe that holds them: an id, a tab, and what the server saw. */
  static final String FILE = "request-lines.txt";

  private static final String REFUSED = "nothing: refused";
  private static final List<String> IDS =
      List.of("sora-2:task_01", "..", ".", "../../admin", "a\\b", "a\nb", "");

  private final Queue<String> seen = new ConcurrentLinkedQueue<>();
  private final HttpServer server;

  private RequestLines() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  /** Gives a line for each id, in their order. */
  static String of(Recipe recipe, Commands commands) throws IOException, InterruptedException {
    try (RequestLines lines = new RequestLines()) {
      StringBuilder text = new StringBuilder();
      for (String id : IDS) {
        String shown = id.isEmpty() ? "(empty)" : id.replace("\n", "(line feed)");
        text.append(shown).append('\t').append(lines.ask(recipe, commands, id)).append('\n');
      }
      return text.toString();
    }
  }

  private String ask(Recipe recipe, Commands commands, String id)
      throws IOException, InterruptedException {
    seen.clear();
    Path out = Workshop.emptied(commands, "answer").resolve("answer.json");
    List<String> command = new ArrayList<>(recipe.query());
    command.add("http://127.0.0.1:" + server.getAddress().getPort());
    command.addAll(List.of("polyglot", "retrieveVideo", id, out.toString()));
    commands.run(command);
    return seen.isEmpty() ? REFUSED : String.join(", ", seen);
  }

  private void answer(HttpExchange exchange) throws IOException {
    seen.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
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
