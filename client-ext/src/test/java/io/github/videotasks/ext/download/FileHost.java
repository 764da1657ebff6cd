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
 * File host on loopback, implemented on plain sockets. It serves one file with range requests (RFC
 * 9110), unless a test has enqueued another response for the next request.
 */
final class FileHost implements AutoCloseable {

  /** A received request: its target and its headers with case-insensitive names. */
  record ReceivedRequest(String target, Map<String, String> headers, BufferedReader in) {

    /** Blocks until the client has closed the connection. */
    void awaitDisconnect() {
      try {
        int read = in.read();
        assertThat(read).isEqualTo(-1);
      } catch (IOException e) {
        return; // a reset also closes the connection
      }
    }

    String header(String name) {
      return headers.getOrDefault(name, "");
    }
  }

  /** Writes a response, or a part of one; the connection is closed afterwards. */
  @FunctionalInterface
  interface ResponseWriter {
    void write(ReceivedRequest request, OutputStream out) throws IOException;
  }

  private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final Deque<ResponseWriter> queuedResponses = new ConcurrentLinkedDeque<>();
  private final List<Socket> openSockets = new CopyOnWriteArrayList<>();

  /** The requests received so far. */
  final List<ReceivedRequest> requests = new CopyOnWriteArrayList<>();

  volatile byte[] file;
  volatile String validatorHeaders = "ETag: \"v1\"\r\n";

  private FileHost(byte[] file) throws IOException {
    this.file = file;
    startDaemon(this::accept);
  }

  /** Starts a host that serves a file until it is closed. */
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
      ResponseWriter queued = queuedResponses.poll();
      (queued == null ? fullFile() : queued).write(request, socket.getOutputStream());
    } catch (IOException e) {
      return; // the client has disconnected, as intended by some tests
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

  /** Enqueues a response for the next request without one. */
  FileHost enqueue(ResponseWriter response) {
    queuedResponses.add(response);
    return this;
  }

  /** Returns the URL of a file on this host. */
  String url(String target) {
    return "http://127.0.0.1:" + server.getLocalPort() + target;
  }

  int port() {
    return server.getLocalPort();
  }

  /** Serves the whole file, or the requested range of it. */
  ResponseWriter fullFile() {
    return truncatedAfter(Integer.MAX_VALUE);
  }

  /** Like {@link #fullFile}, but closes the connection after a number of bytes of the file. */
  ResponseWriter truncatedAfter(int bytes) {
    return (request, out) -> {
      byte[] content = file;
      int from = rangeStart(request);
      String range =
          from < 0
              ? "200 OK\r\n"
              : "206 Partial Content\r\nContent-Range: bytes %d-%d/%d\r\n"
                  .formatted(from, content.length - 1, content.length);
      int start = Math.max(from, 0);
      int length = content.length - start;
      out.write(headBytes(range + validatorHeaders + "Content-Length: " + length));
      out.write(content, start, Math.min(length, bytes));
      out.flush();
    };
  }

  /** Returns the start of the range if the validator matches; -1 for the whole file. */
  private int rangeStart(ReceivedRequest request) {
    String range = request.header("range");
    boolean unchanged = validatorHeaders.contains(": " + request.header("if-range") + "\r\n");
    return range.isEmpty() || !unchanged
        ? -1
        : Integer.parseInt(range.substring("bytes=".length(), range.length() - 1));
  }

  /** Writes a response as raw text; the HTTP version is added in front. */
  static ResponseWriter rawResponse(String statusAndHeaders, byte[] body) {
    return (request, out) -> {
      out.write(headBytes(statusAndHeaders));
      out.write(body);
      out.flush();
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
