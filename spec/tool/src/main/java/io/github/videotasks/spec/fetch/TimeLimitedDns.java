package io.github.videotasks.spec.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import okhttp3.Dns;

/**
 * Resolves a host name within a time limit. The resolver of the system has limits of its own, and
 * OkHttp cannot interrupt it.
 */
final class TimeLimitedDns implements Dns {
  private final Dns resolver;
  private final Duration timeout;

  TimeLimitedDns(Dns resolver, Duration timeout) {
    this.resolver = resolver;
    this.timeout = timeout;
  }

  /** Thrown as an {@link UnknownHostException}, because the interface allows no other one. */
  static final class DnsTimeoutException extends UnknownHostException {
    private static final long serialVersionUID = 1L;
  }

  @Override
  public List<InetAddress> lookup(String hostname) throws UnknownHostException {
    FutureTask<List<InetAddress>> task = new FutureTask<>(() -> resolver.lookup(hostname));
    Thread thread = new Thread(task, "dns-lookup");
    // A resolver that hangs must not keep the process alive.
    thread.setDaemon(true);
    thread.start();
    try {
      return task.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      throw new DnsTimeoutException();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DnsTimeoutException();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof UnknownHostException unknown
          ? unknown
          : new UnknownHostException(hostname);
    }
  }
}
