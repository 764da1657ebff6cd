package io.github.videotasks.durable;

import io.github.videotasks.ext.CallOptions;
import io.github.videotasks.ext.VideoTasks;
import io.github.videotasks.ext.polling.TaskSource;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * A gateway that durable waits poll. The limits apply to all nodes together. Immutable; each {@code
 * with…} method returns a changed copy.
 *
 * @param name the name under which waits are stored: 1 to 60 letters, digits, {@code -}, {@code _}
 *     and {@code .}; the database contains neither its URL nor its key
 * @param source sends one request for each poll, without blocking
 * @param requestsPerSecond the maximum rate of polls of all nodes, from 0.000001 to 1,000,000; 0,
 *     the default, for no limit
 * @param maxInFlight the maximum of concurrent polls of all nodes, 64 by default. Each node has the
 *     same part of it, at least 1
 * @param pollTimeout the maximum time of one poll, less than a day, 30 s by default
 */
public record DurableGateway(
    String name,
    TaskSource source,
    double requestsPerSecond,
    int maxInFlight,
    Duration pollTimeout) {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,60}");

  /**
   * Validates the values.
   *
   * @param name 1 to 60 letters, digits, {@code -}, {@code _} and {@code .}
   * @param source sends one request for each poll, without blocking
   * @param requestsPerSecond from 0.000001 to 1,000,000, or 0 for no limit
   * @param maxInFlight at least 1
   * @param pollTimeout positive, less than a day
   * @throws IllegalArgumentException if the name is not valid, a number is not within its limits,
   *     or the timeout is not positive or a day or more
   */
  public DurableGateway {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "expected 1 to 60 letters, digits, '-', '_' and '.' as the name of a gateway, found \""
              + name
              + "\"");
    }
    boolean valid = requestsPerSecond >= 1e-6 && requestsPerSecond <= 1e6;
    if (!(valid || requestsPerSecond == 0) || maxInFlight < 1) {
      throw new IllegalArgumentException(
          "gateway %s: expected requestsPerSecond from 0.000001 to 1000000, or 0, and maxInFlight >= 1, found %s and %d"
              .formatted(name, requestsPerSecond, maxInFlight));
    }
    if (pollTimeout.isNegative() || pollTimeout.isZero() || pollTimeout.toDays() >= 1) {
      throw new IllegalArgumentException(
          "gateway "
              + name
              + ": expected a positive pollTimeout of less than a day, found "
              + pollTimeout);
    }
  }

  /**
   * Returns a gateway that is polled with a client: one request for each poll, because retries
   * would exceed the rate.
   *
   * @param name the name under which waits are stored
   * @param tasks the client of the gateway; it stays open
   * @return a gateway without a limit of its rate, and 64 polls in flight
   * @throws IllegalArgumentException if the name is not valid
   */
  public static DurableGateway of(String name, VideoTasks tasks) {
    CallOptions once = CallOptions.defaults().withMaxRequests(1);
    return of(name, (id, limit) -> tasks.getAsync(id.value(), once.withTimeout(limit)));
  }

  /**
   * Returns a gateway with a source of responses, such as a script in a test.
   *
   * @param name the name under which waits are stored
   * @param source sends one request for each poll, without blocking
   * @return a gateway without a limit of its rate, and 64 polls in flight
   * @throws IllegalArgumentException if the name is not valid
   */
  public static DurableGateway of(String name, TaskSource source) {
    return new DurableGateway(name, source, 0, 64, Duration.ofSeconds(30));
  }

  /**
   * Returns a copy with another rate.
   *
   * @param value the maximum rate of polls of all nodes, from 0.000001 to 1,000,000; 0 for no limit
   * @return the copy
   * @throws IllegalArgumentException if it is not within these limits
   */
  public DurableGateway withRequestsPerSecond(double value) {
    return new DurableGateway(name, source, value, maxInFlight, pollTimeout);
  }

  /**
   * Returns a copy with another maximum of concurrent polls.
   *
   * @param value the maximum of concurrent polls of all nodes, at least 1
   * @return the copy
   * @throws IllegalArgumentException if it is less than 1
   */
  public DurableGateway withMaxInFlight(int value) {
    return new DurableGateway(name, source, requestsPerSecond, value, pollTimeout);
  }

  /**
   * Returns a copy with another timeout.
   *
   * @param value the maximum time of one poll, positive and less than a day
   * @return the copy
   * @throws IllegalArgumentException if it is not
   */
  public DurableGateway withPollTimeout(Duration value) {
    return new DurableGateway(name, source, requestsPerSecond, maxInFlight, value);
  }

  /** Returns the minimum time between two polls in microseconds; 0 for no limit. */
  long intervalMicros() {
    return requestsPerSecond == 0 ? 0 : (long) Math.ceil(1e6 / requestsPerSecond);
  }
}
