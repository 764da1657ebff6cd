package io.github.videotasks.spec.watch;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.videotasks.spec.write.Sha256;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A loopback host of pages that validates conditional requests by ETag. */
final class VendorHost implements AutoCloseable {
  private final HttpServer server;
  private final Map<String, String> pages = new ConcurrentHashMap<>();
  private final List<String> log = new CopyOnWriteArrayList<>();
  private final AtomicInteger inFlight = new AtomicInteger();
  private final AtomicInteger mostInFlight = new AtomicInteger();

  /** A page whose request gets no response. */
  static final String DOWN = "(down)";

  /** A page that redirects to the URL after this prefix. */
  static final String REDIRECT = "(redirect)";

  private VendorHost(HttpServer server) {
    this.server = server;
  }

  static VendorHost start() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    VendorHost host = new VendorHost(server);
    server.createContext("/", host::respond);
    server.setExecutor(Executors.newCachedThreadPool());
    server.start();
    return host;
  }

  String url(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  void publish(String path, String text) {
    pages.put(path, text);
  }

  String page(String path) {
    return pages.getOrDefault(path, "");
  }

  /** Returns the responses since the last call, sorted: {@code 304 /acme.md}. */
  List<String> takeLog() {
    List<String> taken = log.stream().sorted().toList();
    log.clear();
    return taken;
  }

  int mostInFlight() {
    return mostInFlight.get();
  }

  private void respond(HttpExchange exchange) throws IOException {
    mostInFlight.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
    try {
      send(exchange);
    } finally {
      inFlight.decrementAndGet();
      exchange.close();
    }
  }

  private void send(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().toString();
    String text = pages.get(path);
    if (DOWN.equals(text)) {
      log.add("--- " + path);
      return;
    }
    byte[] body = text == null ? new byte[0] : text.getBytes(UTF_8);
    String etag = '"' + Sha256.hex(body).substring(0, 8) + '"';
    int status = text == null ? 404 : 200;
    if (text != null && text.startsWith(REDIRECT)) {
      exchange.getResponseHeaders().set("Location", text.substring(REDIRECT.length()));
      status = 302;
    } else if (etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
      status = 304;
    }
    exchange.getResponseHeaders().set("ETag", etag);
    log.add(status + " " + path);
    exchange.sendResponseHeaders(status, status == 200 && body.length > 0 ? body.length : -1);
    if (status == 200) {
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
