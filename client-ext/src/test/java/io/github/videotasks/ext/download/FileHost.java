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
  record ReceivedRequest(String target, Map<String, String> headers, BufferedReader in) {

    /** Blocks until the client has closed the connection. */
    void awaitDisconnect() {
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
  interface ResponseWriter {
    void write(ReceivedRequest asked, OutputStream to) throws IOException;
  }

  private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final Deque<ResponseWriter> queuedResponses = new ConcurrentLinkedDeque<>();
  private final List<Socket> openSockets = new CopyOnWriteArrayList<>();

  /** What was asked so far. */
  final List<ReceivedRequest> requests = new CopyOnWriteArrayList<>();

  volatile byte[] file;
  volatile String validatorHeaders = "ETag: \"v1\"\r\n";

  private FileHost(byte[] file) throws IOException {
    this.file = file;
    startDaemon(this::accept);
  }

  /** Serves this file until it is closed. */
  static FileHost serving(byte[] file) {
    try {
      return new FileHost(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void startDaemon(Runnable task) {
    Thread thread = new Thread(task, "file-host");
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = server.accept();
        openSockets.add(socket);
        startDaemon(() -> handle(socket));
      }
    } catch (IOException e) {
      return; // closed
    }
  }

  private void handle(Socket socket) {
    try (socket) {
      ReceivedRequest request = readRequest(socket);
      requests.add(request);
      ResponseWriter lined = queuedResponses.poll();
      (lined == null ? fullFile() : lined).write(request, socket.getOutputStream());
    } catch (IOException e) {
      return; // the client has gone, as some tests make it do
    }
  }

  private static ReceivedRequest readRequest(Socket socket) throws IOException {
    BufferedReader in =
        new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
    String target = in.readLine().split(" ", -1)[1];
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String line = in.readLine(); !line.isEmpty(); line = in.readLine()) {
      headers.put(line.substring(0, line.indexOf(':')), line.substring(line.indexOf(':') + 2));
    }
    return new ReceivedRequest(target, headers, in);
  }

  /** Lines up an answer. */
  FileHost enqueue(ResponseWriter answer) {
    queuedResponses.add(answer);
    return this;
  }

  /** The address of a file here. */
  String url(String target) {
    return "http://127.0.0.1:" + server.getLocalPort() + target;
  }

  int port() {
    return server.getLocalPort();
  }

  /** The file, or what the request asks of it. */
  ResponseWriter fullFile() {
    return truncatedAfter(Integer.MAX_VALUE);
  }

  /** As {@link #fullFile}, but the connection breaks after so many bytes of the file. */
  ResponseWriter truncatedAfter(int bytes) {
    return (request, to) -> {
      byte[] content = file;
      int from = rangeStart(request);
      String range =
          from < 0
              ? "200 OK\r\n"
              : "206 Partial Content\r\nContent-Range: bytes %d-%d/%d\r\n"
                  .formatted(from, content.length - 1, content.length);
      int start = Math.max(from, 0);
      int length = content.length - start;
      to.write(headBytes(range + validatorHeaders + "Content-Length: " + length));
      to.write(content, start, Math.min(length, bytes));
      to.flush();
    };
  }

  /** The start of the range, if there is one and it fits; -1 for the whole file. */
  private int rangeStart(ReceivedRequest request) {
    String range = request.header("range");
    boolean unchanged = validatorHeaders.contains(": " + request.header("if-range") + "\r\n");
    return range.isEmpty() || !unchanged
        ? -1
        : Integer.parseInt(range.substring("bytes=".length(), range.length() - 1));
  }

  /** A whole answer as it stands on the wire, after the version of HTTP. */
  static ResponseWriter rawResponse(String statusAndHeaders, byte[] body) {
    return (request, to) -> {
      to.write(headBytes(statusAndHeaders));
      to.write(body);
      to.flush();
    };
  }

  static ResponseWriter statusResponse(int status, String... headers) {
    String lines = headers.length == 0 ? "" : "\r\n" + String.join("\r\n", headers);
    return rawResponse(status + " X" + lines + "\r\nContent-Length: 0", new byte[0]);
  }

  private static byte[] headBytes(String statusAndHeaders) {
    return ("HTTP/1.1 " + statusAndHeaders + "\r\nConnection: close\r\n\r\n")
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (Socket socket : openSockets) {
      socket.close();
    }
  }
}
