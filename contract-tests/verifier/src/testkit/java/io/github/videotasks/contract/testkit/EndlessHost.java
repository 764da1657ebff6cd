package io.github.videotasks.contract.testkit;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * Host on loopback whose responses have no end: it sends the start of a response once and then a
 * part again and again, until the client disconnects.
 */
public final class EndlessHost implements AutoCloseable {

  private static final int PIECE_BYTES = 32_768;

  private final ServerSocket server;
  private final byte[] start;
  private final byte[] part;
  private final int pauseMillis;

  private EndlessHost(byte[] start, byte[] part, int pauseMillis) {
    try {
      server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.start = start;
    this.part = part;
    this.pauseMillis = pauseMillis;
    daemon(this::acceptAll);
  }

  /**
   * Starts a host that sends as fast as it can.
   *
   * @param start the start of each response, in ISO-8859-1
   * @param part the part that follows it for ever; empty for a host that sends nothing more
   */
  public static EndlessHost sending(String start, String part) {
    int repetitions = part.isEmpty() ? 0 : Math.max(1, PIECE_BYTES / part.length());
    return new EndlessHost(bytes(start), bytes(part.repeat(repetitions)), 0);
  }

  /** Starts a host that sends the part, then pauses for 20 ms, and so on. */
  public static EndlessHost dripping(String start, String part) {
    return new EndlessHost(bytes(start), bytes(part), 20);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Returns the base URL, without a slash at the end. */
  public URI url() {
    return URI.create("http://127.0.0.1:" + server.getLocalPort());
  }

  private static void daemon(Runnable task) {
    Thread thread = new Thread(task, "endless-host");
    thread.setDaemon(true);
    thread.start();
  }

  private void acceptAll() {
    try {
      while (true) {
        Socket client = server.accept();
        daemon(() -> respond(client));
      }
    } catch (IOException closed) {
      return;
    }
  }

  private void respond(Socket client) {
    try (client) {
      client.getInputStream().read(new byte[PIECE_BYTES]);
      OutputStream out = client.getOutputStream();
      out.write(start);
      while (part.length > 0) {
        out.write(part);
        out.flush();
        Thread.sleep(pauseMillis);
      }
      // Blocks until the client disconnects or sends another request.
      if (client.getInputStream().read() >= 0) {
        out.write(start);
      }
    } catch (IOException | InterruptedException disconnected) {
      return;
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
