package io.github.videotasks.spec.fetch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.function.Predicate;
import javax.net.SocketFactory;

/**
 * Socket factory that checks the IP address of each connection immediately before it connects.
 *
 * <p>An earlier check of the host name would not suffice: the name is resolved again for the
 * connection, and DNS may return another IP address then (DNS rebinding).
 */
final class AddressCheckingSocketFactory extends SocketFactory {
  private final Predicate<InetAddress> allowed;

  /**
   * Creates a factory.
   *
   * @param allowed accepts the IP addresses that sockets may connect to
   */
  AddressCheckingSocketFactory(Predicate<InetAddress> allowed) {
    this.allowed = allowed;
  }

  @Override
  public Socket createSocket() {
    return new AddressCheckingSocket();
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
    Socket socket = new AddressCheckingSocket();
    socket.connect(address);
    return socket;
  }

  private final class AddressCheckingSocket extends Socket {
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
  }
}
