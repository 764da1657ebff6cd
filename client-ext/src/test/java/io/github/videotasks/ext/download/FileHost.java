package io.github.videotasks.ext.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A file host on loopback, down to the socket: it serves one file with ranges as RFC 9110 has it,
 * unless a test has lined up something else for the next request.
 */
final class FileHost implements AutoCloseable {

  /** A request: its target and its headers, names in lower case. */
  record Asked(String target, Map<String, String> headers, BufferedReader in) {

    /** Blocks until the client has closed the connection. */
    void awaitEnd() {
      try {
        int read = in.read();
        assertThat(read).isEqualTo(-1);
      } catch (IOException e) {
        return; // a reset is an end too
      }
    }

    String header(String name) {
      return headers.getOrDefault(name, "");
    }
  }

  /** Writes an answer, or a part of one; then the connection is closed. */
  @FunctionalInterface
  interface Answer {
    void write(Asked asked, OutputStream to) throws IOException;
  }

  private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final Deque<Answer> next = new ConcurrentLinkedDeque<>();
  private final List<Socket> open = new CopyOnWriteArrayList<>();

  /** What was asked so far. */
  final List<Asked> asked = new CopyOnWriteArrayList<>();

  volatile byte[] file;
  volatile String validators = "ETag: \"v1\"\r\n";

  private FileHost(byte[] file) throws IOException {
    this.file = file;
    daemon(this::accept);
  }

  /** Serves this file until it is closed. */
  static FileHost serving(byte[] file) {
    try {
      return new FileHost(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void daemon(Runnable task) {
    Thread thread = new Thread(task, "file-host");
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = server.accept();
        open.add(socket);
        daemon(() -> talk(socket));
      }
    } catch (IOException e) {
      return; // closed
    }
  }

  private void talk(Socket socket) {
    try (socket) {
      Asked request = read(socket);
      asked.add(request);
      Answer lined = next.poll();
      (lined == null ? whole() : lined).write(request, socket.getOutputStream());
    } catch (IOException e) {
      return; // the client has gone, as some tests make it do
    }
  }

  private static Asked read(Socket socket) throws IOException {
    BufferedReader in =
        new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
    String target = in.readLine().split(" ", -1)[1];
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String line = in.readLine(); !line.isEmpty(); line = in.readLine()) {
      headers.put(line.substring(0, line.indexOf(':')), line.substring(line.indexOf(':') + 2));
    }
    return new Asked(target, headers, in);
  }

  /** Lines up an answer. */
  FileHost then(Answer answer) {
    next.add(answer);
    return this;
  }

  /** The address of a file here. */
  String address(String target) {
    return "http://127.0.0.1:" + server.getLocalPort() + target;
  }

  int port() {
    return server.getLocalPort();
  }

  /** The file, or what the request asks of it. */
  Answer whole() {
    return cutAfter(Integer.MAX_VALUE);
  }

  /** As {@link #whole}, but the connection breaks after so many bytes of the file. */
  Answer cutAfter(int bytes) {
    return (request, to) -> {
      byte[] content = file;
      int from = from(request);
      String range =
          from < 0
              ? "200 OK\r\n"
              : "206 Partial Content\r\nContent-Range: bytes %d-%d/%d\r\n"
                  .formatted(from, content.length - 1, content.length);
      int start = Math.max(from, 0);
      int length = content.length - start;
      to.write(head(range + validators + "Content-Length: " + length));
      to.write(content, start, Math.min(length, bytes));
      to.flush();
    };
  }

  /** The start of the range, if there is one and it fits; -1 for the whole file. */
  private int from(Asked request) {
    String range = request.header("range");
    boolean unchanged = validators.contains(": " + request.header("if-range") + "\r\n");
    return range.isEmpty() || !unchanged
        ? -1
        : Integer.parseInt(range.substring("bytes=".length(), range.length() - 1));
  }

  /** A whole answer as it stands on the wire, after the version of HTTP. */
  static Answer raw(String statusAndHeaders, byte[] body) {
    return (request, to) -> {
      to.write(head(statusAndHeaders));
      to.write(body);
      to.flush();
    };
  }

  static Answer status(int status, String... headers) {
    String lines = headers.length == 0 ? "" : "\r\n" + String.join("\r\n", headers);
    return raw(status + " X" + lines + "\r\nContent-Length: 0", new byte[0]);
  }

  private static byte[] head(String statusAndHeaders) {
    return ("HTTP/1.1 " + statusAndHeaders + "\r\nConnection: close\r\n\r\n")
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (Socket socket : open) {
      socket.close();
    }
  }
}
