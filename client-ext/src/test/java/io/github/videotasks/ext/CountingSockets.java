package io.github.videotasks.ext;

import java.net.InetAddress;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.SocketFactory;

/** Sockets of a caller's own, as a client that he shares may have them. */
final class CountingSockets extends SocketFactory {

  final AtomicInteger made = new AtomicInteger();

  @Override
  public Socket createSocket() {
    made.incrementAndGet();
    return new Socket();
  }

  @Override
  public Socket createSocket(String host, int port) {
    throw notUsed();
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress local, int localPort) {
    throw notUsed();
  }

  @Override
  public Socket createSocket(InetAddress host, int port) {
    throw notUsed();
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
    throw notUsed();
  }

  private static AssertionError notUsed() {
    return new AssertionError("OkHttp connects by itself");
  }
}
