package io.github.videotasks.contract.ext;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A server on loopback that sends arbitrary bytes, also those that an HTTP library would not write.
 * It serves one request per connection. The first request gets the first reply, and so on; the last
 * reply is repeated.
 */
final class RawSocketServer implements AutoCloseable {

  /** Sends a reply after a request was read; the connection is closed when it returns. */
  @FunctionalInterface
  interface Reply {
    void send(Socket socket, OutputStream out) throws IOException, InterruptedException;
  }

  private final ServerSocket server;
  private final List<Reply> replies;
  private final AtomicInteger requests = new AtomicInteger();
  private final Semaphore arrivals = new Semaphore(0);
  private final Set<Socket> openSockets = ConcurrentHashMap.newKeySet();

  RawSocketServer(List<Reply> replies) throws IOException {
    this.replies = replies;
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    startDaemon(this::acceptConnections);
  }

  private static void startDaemon(Runnable task) {
    Thread thread = new Thread(task, "raw-server");
    thread.setDaemon(true);
    thread.start();
  }

  int port() {
    return server.getLocalPort();
  }

  int requests() {
    return requests.get();
  }

  /** Returns whether that many requests have arrived; if not, it waits for the next one, 1 ms. */
  boolean awaitRequests(int expected) throws InterruptedException {
    if (requests.get() < expected) {
      arrivals.tryAcquire(1, TimeUnit.MILLISECONDS);
    }
    return requests.get() >= expected;
  }

  private void acceptConnections() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        openSockets.add(socket);
        startDaemon(() -> serve(socket));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      if (readRequestHead(socket.getInputStream())) {
        int index = Math.min(requests.getAndIncrement(), replies.size() - 1);
        arrivals.release();
        OutputStream out = socket.getOutputStream();
        replies.get(index).send(socket, out);
        out.flush();
      }
    } catch (IOException | InterruptedException e) {
      // Expected: the client closed the connection, or the test ended.
    } finally {
      openSockets.remove(socket);
    }
  }

  /** Returns whether a complete request head was read; it ends with an empty line. */
  private static boolean readRequestHead(InputStream in) throws IOException {
    int state = 0;
    for (int b = in.read(); b >= 0; b = in.read()) {
      boolean expected = b == (state % 2 == 0 ? '\r' : '\n');
      state = expected ? state + 1 : 0;
      if (state == 4) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (Socket socket : openSockets) {
      socket.close();
    }
  }
}
