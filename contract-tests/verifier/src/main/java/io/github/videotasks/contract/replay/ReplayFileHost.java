package io.github.videotasks.contract.replay;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Host on loopback that serves a small video or image for any path. The URLs of the vendors' files
 * have expired, so the replayed responses contain URLs of this host instead.
 */
public final class ReplayFileHost implements AutoCloseable {

  private static final int VIDEO_BYTES = 10_000;

  private final HttpServer server;

  private ReplayFileHost(HttpServer server) {
    this.server = server;
  }

  /**
   * Starts the host on a free port.
   *
   * @return the host, which responds until it is closed
   * @throws IOException if no port of loopback can be opened
   */
  public static ReplayFileHost start() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          byte[] file = file(exchange.getRequestURI().getPath());
          exchange.sendResponseHeaders(200, file.length);
          exchange.getResponseBody().write(file);
          exchange.close();
        });
    server.start();
    return new ReplayFileHost(server);
  }

  /**
   * Replaces the hosts of all URLs, so that a download of a replayed file succeeds.
   *
   * @param cases the cases to replay; they are not changed
   * @return the cases with URLs of this host in place of those of other hosts
   */
  public List<ContractCase> serving(List<ContractCase> cases) {
    String host = "http://127.0.0.1:" + server.getAddress().getPort();
    return cases.stream().map(each -> each.withResponse(redirect(each.response(), host))).toList();
  }

  private static ProviderResponse redirect(ProviderResponse response, String host) {
    // scheme and authority of a URL at the beginning of a JSON text
    String body = response.body().replaceAll("\"https?://[^/\"]+", "\"" + host);
    return new ProviderResponse(response.status(), response.contentType(), body);
  }

  private static byte[] file(String path) {
    if (path.endsWith(".gif")) {
      return "GIF89a;".getBytes(StandardCharsets.ISO_8859_1);
    }
    if (path.matches(".*\\.(webp|jpg|jpeg|png)")) {
      return "RIFF\0\0\0\0WEBP".getBytes(StandardCharsets.ISO_8859_1);
    }
    return ByteBuffer.allocate(VIDEO_BYTES)
        .put(box("ftyp", "isom\0\0\2\0isomiso2".getBytes(StandardCharsets.ISO_8859_1)))
        .put(box("moov", new byte[8]))
        .put(box("mdat", new byte[VIDEO_BYTES - 24 - 16 - 8]))
        .array();
  }

  private static byte[] box(String name, byte[] content) {
    return ByteBuffer.allocate(8 + content.length)
        .putInt(8 + content.length)
        .put(name.getBytes(StandardCharsets.ISO_8859_1))
        .put(content)
        .array();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
