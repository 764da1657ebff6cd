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
 * Makes sockets that hear only so much in a row: a bound below the HTTP library, which reads some
 * things to their end whatever their length (the name in a gzip header, what stands beside the size
 * of a chunk), so that no cap on the body can help.
 *
 * <p>Each byte that we say begins a new row. Over HTTP/2 the library speaks at the latest after
 * half of its window of 16 MiB; over HTTP/1.1 a row is one answer.
 */
final class BoundedSocketFactory extends SocketFactory {

  private static final long WINDOW = 16L * 1024 * 1024;

  private final long max;

  /**
   * Adds what an answer may have.
   *
   * @param maxAnswerBytes the most bytes of an answer
   */
  BoundedSocketFactory(long maxAnswerBytes) {
    max = Math.min(maxAnswerBytes, Long.MAX_VALUE - WINDOW) + WINDOW;
  }

  /** More came in a row than any answer has. Asking again would bring it again. */
  static final class ReadLimitExceededException extends ProtocolException {

    private static final long serialVersionUID = 1L;

    private ReadLimitExceededException(long max) {
      super("more than " + max + " bytes in a row");
    }
  }

  @Override
  public Socket createSocket() {
    AtomicLong heard = new AtomicLong();
    return new Socket() {
      @Override
      public InputStream getInputStream() throws IOException {
        return new CountingInputStream(super.getInputStream(), heard, max);
      }

      @Override
      public OutputStream getOutputStream() throws IOException {
        return new CountResettingOutputStream(super.getOutputStream(), heard);
      }
    };
  }

  private static final class CountingInputStream extends FilterInputStream {

    private final AtomicLong received;
    private final long max;

    CountingInputStream(InputStream in, AtomicLong heard, long max) {
      super(in);
      this.received = heard;
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

    CountResettingOutputStream(OutputStream out, AtomicLong heard) {
      super(out);
      this.received = heard;
    }

    @Override
    public void write(int oneByte) throws IOException {
      received.set(0);
      out.write(oneByte);
    }

    // The superclass writes byte by byte.
    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      received.set(0);
      out.write(bytes, offset, length);
    }
  }

  // The library makes unconnected sockets only; these are for the contract of the superclass.

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
