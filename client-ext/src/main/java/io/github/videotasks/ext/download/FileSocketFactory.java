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
 * Creates sockets that check the IP address they connect to, and whose bytes are counted by {@link
 * SocketReadLimit}.
 *
 * <p>A check of the host name before the request is not sufficient: the connection would resolve it
 * again and may get another IP address (DNS rebinding), and OkHttp does not call its Dns for a host
 * that is an IP address. Here the checked IP address is the one that is connected.
 */
final class FileSocketFactory extends SocketFactory {

  private final boolean publicOnly;

  /**
   * Creates a factory.
   *
   * @param publicOnly true to refuse IP addresses that are not public
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

    /** Ignores a SOCKS proxy set by a system property, which would connect to another host. */
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
      InetAddress address = endpoint instanceof InetSocketAddress inet ? inet.getAddress() : null;
      if (publicOnly && (address == null || !SpecialPurposeIpRanges.isPublic(address))) {
        throw new BlockedIpAddressException();
      }
      super.connect(endpoint, timeout);
    }
  }
}
