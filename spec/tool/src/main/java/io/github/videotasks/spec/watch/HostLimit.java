package io.github.videotasks.spec.watch;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * The limit for requests to one host: how many are in flight, and the pause between two starts.
 *
 * @param inFlight the largest number of requests in flight
 * @param pause the shortest time between the starts of two requests
 * @param nanoTime the clock, in ns from any origin
 * @param sleeper waits
 */
public record HostLimit(int inFlight, Duration pause, LongSupplier nanoTime, Sleeper sleeper) {
  /** Waits for a time. */
  @FunctionalInterface
  public interface Sleeper {
    /**
     * Waits.
     *
     * @param nanos the time in ns, greater than 0
     * @throws InterruptedException when the thread is interrupted
     */
    void sleep(long nanos) throws InterruptedException;
  }

  /**
   * {@return a limit in real time}
   *
   * @param inFlight the largest number of requests in flight
   * @param pause the shortest time between the starts of two requests
   */
  public static HostLimit of(int inFlight, Duration pause) {
    return new HostLimit(
        inFlight,
        pause,
        System::nanoTime,
        nanos -> Thread.sleep(nanos / 1_000_000, (int) (nanos % 1_000_000)));
  }

  /** The starts of the requests to each host. */
  final class Starts {
    private final Map<String, Long> nextByHost = new HashMap<>();

    /** Waits until a request to a host may start. */
    void await(String host) throws InterruptedException {
      long delay = reserve(host);
      if (delay > 0) {
        sleeper.sleep(delay);
      }
    }

    private synchronized long reserve(String host) {
      long now = nanoTime.getAsLong();
      long start = Math.max(now, nextByHost.getOrDefault(host, now));
      nextByHost.put(host, start + pause.toNanos());
      return start - now;
    }
  }
}
