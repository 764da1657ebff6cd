package io.github.videotasks.spec.fetch;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.function.Predicate;
import javax.net.SocketFactory;

/**
 * Creates the sockets of a fetch. They check the IP address immediately before they connect, ignore
 * SOCKS proxies of system properties, and count what they receive.
 *
 * <p>An earlier check of the host name would not suffice: the name is resolved again for the
 * connection, and DNS may return another IP address then (DNS rebinding). The bytes are counted
 * here, because OkHttp reads some parts of a response to their end before it returns a byte of the
 * body: the extensions of a chunk size, the file name in a gzip header.
 */
final class FetchSocketFactory extends SocketFactory {
  private final Predicate<InetAddress> allowed;
  private final ReceivedBytes received;

  /**
   * Creates a factory.
   *
   * @param allowed accepts the IP addresses that sockets may connect to
   * @param received counts the bytes of all sockets
   */
  FetchSocketFactory(Predicate<InetAddress> allowed, ReceivedBytes received) {
    this.allowed = allowed;
    this.received = received;
  }

  @Override
  public Socket createSocket() {
    return new FetchSocket();
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return connectedSocket(new InetSocketAddress(host, port));
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress local, int localPort)
      throws IOException {
    return connectedSocket(new InetSocketAddress(host, port));
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return connectedSocket(new InetSocketAddress(host, port));
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort)
      throws IOException {
    return connectedSocket(new InetSocketAddress(host, port));
  }

  private Socket connectedSocket(InetSocketAddress address) throws IOException {
    Socket socket = new FetchSocket();
    socket.connect(address);
    return socket;
  }

  private final class FetchSocket extends Socket {
    FetchSocket() {
      super(Proxy.NO_PROXY);
    }

    @Override
    public void connect(SocketAddress endpoint) throws IOException {
      connect(endpoint, 0);
    }

    @Override
    public void connect(SocketAddress endpoint, int timeout) throws IOException {
      InetAddress address =
          endpoint instanceof InetSocketAddress internet ? internet.getAddress() : null;
      if (address == null || !allowed.test(address)) {
        throw new NonPublicAddressException();
      }
      super.connect(endpoint, timeout);
    }

    @Override
    public InputStream getInputStream() throws IOException {
      return new FilterInputStream(super.getInputStream()) {
        @Override
        public int read() throws IOException {
          int next = super.read();
          received.add(next < 0 ? 0 : 1);
          return next;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
          int count = super.read(bytes, offset, length);
          received.add(count);
          return count;
        }
      };
    }
  }
}
