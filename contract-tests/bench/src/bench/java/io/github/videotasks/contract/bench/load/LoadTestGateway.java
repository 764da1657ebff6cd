package io.github.videotasks.contract.bench.load;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Gateway process that responds to each request after 5 ms. A task finishes at the time in its id,
 * {@code t<number>.<epoch milliseconds>}. The process prints its port and exits when its standard
 * input is closed.
 */
public final class LoadTestGateway {

  private static final long RESPONSE_DELAY_MS = 5;
  private static final int THREADS = 128;

  private LoadTestGateway() {}

  public static void main(String[] args) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 4_096);
    server.setExecutor(Executors.newFixedThreadPool(THREADS));
    server.createContext("/", LoadTestGateway::respond);
    server.start();
    System.out.println(server.getAddress().getPort());
    try (InputStream in = System.in) {
      while (in.read() >= 0) {
        // The input is ignored; only its end matters.
      }
    }
    System.exit(0);
  }

  private static void respond(HttpExchange exchange) throws IOException {
    try {
      TimeUnit.MILLISECONDS.sleep(RESPONSE_DELAY_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    String id = exchange.getRequestURI().getQuery().substring("id=".length());
    long end = Long.parseLong(id.substring(id.indexOf('.') + 1));
    byte[] body =
        (System.currentTimeMillis() < end
                ? "{\"id\":\"" + id + "\",\"status\":\"processing\",\"progress\":40}"
                : "{\"id\":\""
                    + id
                    + "\",\"status\":\"completed\",\"video_url\":\"https://host/v.mp4\"}")
            .getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, body.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(body);
    }
  }
}
