package io.github.videotasks.ext;

import java.net.InetAddress;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.SocketFactory;

/** Socket factory of a shared OkHttp client; counts the created sockets. */
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
    return new AssertionError("expected createSocket(), found an overload that connects");
  }
}
