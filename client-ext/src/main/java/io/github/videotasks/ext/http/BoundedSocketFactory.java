package io.github.videotasks.ext.http;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.SocketFactory;

/**
 * Creates sockets that limit how many bytes are read between two writes. OkHttp reads some parts of
 * a response to their end whatever their length (the file name in a gzip header, the extensions of
 * a chunk size), where a limit on the body does not help.
 *
 * <p>Each write starts a new count. Over HTTP/1.1 the limit is on one response; over HTTP/2 OkHttp
 * writes at the latest after half of its window of 16 MiB.
 */
final class BoundedSocketFactory extends SocketFactory {

  private static final long WINDOW = 16L * 1024 * 1024;

  private final long max;

  /**
   * Creates a factory.
   *
   * @param maxResponseBytes the most bytes of a response; the limit of a socket is one HTTP/2
   *     window above it
   */
  BoundedSocketFactory(long maxResponseBytes) {
    max = Math.min(maxResponseBytes, Long.MAX_VALUE - WINDOW) + WINDOW;
  }

  /** More bytes came than any response has. A retry would bring them again. */
  static final class ReadLimitExceededException extends ProtocolException {

    private static final long serialVersionUID = 1L;

    private ReadLimitExceededException(long max) {
      super("more than " + max + " bytes in one response");
    }
  }

  @Override
  public Socket createSocket() {
    AtomicLong received = new AtomicLong();
    return new Socket() {
      @Override
      public InputStream getInputStream() throws IOException {
        return new CountingInputStream(super.getInputStream(), received, max);
      }

      @Override
      public OutputStream getOutputStream() throws IOException {
        return new CountResettingOutputStream(super.getOutputStream(), received);
      }
    };
  }

  private static final class CountingInputStream extends FilterInputStream {

    private final AtomicLong received;
    private final long max;

    CountingInputStream(InputStream in, AtomicLong received, long max) {
      super(in);
      this.received = received;
      this.max = max;
    }

    @Override
    public int read() throws IOException {
      int next = super.read();
      count(next < 0 ? 0 : 1);
      return next;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int count = super.read(bytes, offset, length);
      count(count);
      return count;
    }

    private void count(int more) throws ReadLimitExceededException {
      if (more > 0 && received.addAndGet(more) > max) {
        throw new ReadLimitExceededException(max);
      }
    }
  }

  private static final class CountResettingOutputStream extends FilterOutputStream {

    private final AtomicLong received;

    CountResettingOutputStream(OutputStream out, AtomicLong received) {
      super(out);
      this.received = received;
    }

    @Override
    public void write(int oneByte) throws IOException {
      received.set(0);
      out.write(oneByte);
    }

    // The method of the superclass writes byte by byte.
    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      received.set(0);
      out.write(bytes, offset, length);
    }
  }

  // OkHttp creates unconnected sockets only; these complete the superclass.

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return createSocket(InetAddress.getByName(host), port);
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress from, int fromPort)
      throws IOException {
    return createSocket(InetAddress.getByName(host), port, from, fromPort);
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    Socket socket = createSocket();
    socket.connect(new InetSocketAddress(host, port));
    return socket;
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort)
      throws IOException {
    Socket socket = createSocket();
    socket.bind(new InetSocketAddress(from, fromPort));
    socket.connect(new InetSocketAddress(host, port));
    return socket;
  }
}
