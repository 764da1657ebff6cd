package io.github.videotasks.ext.download;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketAddress;
import javax.net.SocketFactory;

/**
 * Makes sockets that look at the very address that they connect to, and whose bytes are counted by
 * {@link SocketReadLimit}.
 *
 * <p>Not a check of the name before: it would be looked up again for the connection and might be
 * answered otherwise then, and OkHttp asks no Dns for a host that is an address. Between this check
 * and the connection there is nothing.
 */
final class FileSocketFactory extends SocketFactory {

  private final boolean publicOnly;

  /**
   * Makes a factory.
   *
   * @param publicOnly whether an address that is not public is refused
   */
  FileSocketFactory(boolean publicOnly) {
    this.publicOnly = publicOnly;
  }

  @Override
  public Socket createSocket() {
    return new FileSocket(publicOnly);
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return openConnected(new InetSocketAddress(host, port));
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress local, int localPort)
      throws IOException {
    return openConnected(new InetSocketAddress(host, port));
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return openConnected(new InetSocketAddress(host, port));
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort)
      throws IOException {
    return openConnected(new InetSocketAddress(host, port));
  }

  private Socket openConnected(InetSocketAddress address) throws IOException {
    Socket socket = new FileSocket(publicOnly);
    socket.connect(address);
    return socket;
  }

  private static final class FileSocket extends Socket {

    private final boolean publicOnly;

    /** Without the proxy that a system property may name: it would connect elsewhere. */
    FileSocket(boolean publicOnly) {
      super(Proxy.NO_PROXY);
      this.publicOnly = publicOnly;
    }

    @Override
    public InputStream getInputStream() throws IOException {
      return SocketReadLimit.wrap(super.getInputStream());
    }

    @Override
    public void connect(SocketAddress endpoint) throws IOException {
      connect(endpoint, 0);
    }

    @Override
    public void connect(SocketAddress endpoint, int timeout) throws IOException {
      InetAddress address =
          endpoint instanceof InetSocketAddress internet ? internet.getAddress() : null;
      if (publicOnly && (address == null || !SpecialPurposeIpRanges.isPublic(address))) {
        throw new BlockedIpAddressException();
      }
      super.connect(endpoint, timeout);
    }
  }
}
