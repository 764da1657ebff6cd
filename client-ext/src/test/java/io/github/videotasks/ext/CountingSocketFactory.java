package io.github.videotasks.ext;

import java.net.InetAddress;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.SocketFactory;

/** Sockets of a caller's own, as a client that he shares may have them. */
final class CountingSocketFactory extends SocketFactory {

  final AtomicInteger created = new AtomicInteger();

  @Override
  public Socket createSocket() {
    created.incrementAndGet();
    return new Socket();
  }

  @Override
  public Socket createSocket(String host, int port) {
    throw unsupported();
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress local, int localPort) {
    throw unsupported();
  }

  @Override
  public Socket createSocket(InetAddress host, int port) {
    throw unsupported();
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
    throw unsupported();
  }

  private static AssertionError unsupported() {
    return new AssertionError("OkHttp connects by itself");
  }
}
