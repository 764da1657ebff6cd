package io.github.videotasks.spec.fetch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.function.Predicate;
import javax.net.SocketFactory;

/**
 * Makes sockets that check the very address that they are about to connect to.
 *
 * <p>A check of the host's name beforehand would be looked up once more for the connection, and
 * could be answered differently then. Nothing lies between this check and the connection.
 */
final class AddressCheckingSocketFactory extends SocketFactory {
  private final Predicate<InetAddress> allowed;

  /**
   * Makes a factory.
   *
   * @param open which addresses may be connected to
   */
  AddressCheckingSocketFactory(Predicate<InetAddress> open) {
    this.allowed = open;
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
