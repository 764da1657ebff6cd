package io.github.videotasks.ext.download;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketAddress;
import javax.net.SocketFactory;

/**
 * Makes sockets that look at the very address that they connect to.
 *
 * <p>Not a check of the name before: it would be looked up again for the connection and might be
 * answered otherwise then, and OkHttp asks no Dns for a host that is an address. Between this check
 * and the connection there is nothing.
 */
final class GuardedSockets extends SocketFactory {

  @Override
  public Socket createSocket() {
    return new GuardedSocket();
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return connected(new InetSocketAddress(host, port));
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress local, int localPort)
      throws IOException {
    return connected(new InetSocketAddress(host, port));
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return connected(new InetSocketAddress(host, port));
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort)
      throws IOException {
    return connected(new InetSocketAddress(host, port));
  }

  private static Socket connected(InetSocketAddress address) throws IOException {
    Socket socket = new GuardedSocket();
    socket.connect(address);
    return socket;
  }

  private static final class GuardedSocket extends Socket {

    /** Without the proxy that a system property may name: it would connect elsewhere. */
    GuardedSocket() {
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
      if (address == null || !AddressRule.isPublic(address)) {
        throw new PrivateAddressException();
      }
      super.connect(endpoint, timeout);
    }
  }
}
