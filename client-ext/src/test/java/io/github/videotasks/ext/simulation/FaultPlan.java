package io.github.videotasks.ext.simulation;

import io.github.videotasks.ext.error.ErrorKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * The faults of one history: windows of time in which every poll meets the same fault, such as an
 * outage or a storm of 429, and single faults at any time.
 */
final class FaultPlan {

  private static final ErrorKind[] TRANSIENT = {
    ErrorKind.CONNECTION,
    ErrorKind.SERVER_ERROR,
    ErrorKind.UNREADABLE_RESPONSE,
    ErrorKind.CHALLENGE,
    ErrorKind.CALL_TIMEOUT,
    ErrorKind.UNKNOWN_HOST
  };

  private static final ErrorKind[] FATAL = {
    ErrorKind.UNAUTHORIZED, ErrorKind.REJECTED, ErrorKind.TOO_LARGE, ErrorKind.ENDPOINT_NOT_FOUND
  };

  /** A fault between two times; polls have the Retry-After of the window or none. */
  private record Window(long from, long until, ErrorKind kind, @Nullable Duration retryAfter) {}

  private final SplittableRandom random;
  private final List<Window> windows = new ArrayList<>();
  private final double singleFaults;
  private final double fatalFaults;
  private final double lostResponses;
  private final double typicalLatency;
  private final boolean respondsAtOnce;

  FaultPlan(SplittableRandom random) {
    this.random = random;
    for (int i = random.nextInt(4); i > 0; i--) {
      windows.add(window());
    }
    singleFaults = RandomValues.oneOf(random, 0.0, 0.0, 0.05, 0.3);
    fatalFaults = RandomValues.oneOf(random, 0.0, 0.0, 0.01);
    lostResponses = RandomValues.oneOf(random, 0.0, 0.0, 0.02, 0.1);
    typicalLatency = RandomValues.logUniform(random, 0.005, 3);
    respondsAtOnce = RandomValues.oneIn(random, 5);
  }

  private Window window() {
    long from = (long) (1e9 * random.nextDouble(200));
    long until = from + RandomValues.duration(random, 1, 400).toNanos();
    ErrorKind kind =
        random.nextBoolean() ? ErrorKind.RATE_LIMITED : RandomValues.oneOf(random, TRANSIENT);
    return new Window(from, until, kind, retryAfter());
  }

  private @Nullable Duration retryAfter() {
    return switch (random.nextInt(4)) {
      case 0 -> Duration.ZERO;
      case 1 -> RandomValues.duration(random, 0.5, 400);
      default -> null;
    };
  }

  /** Returns the fault of a poll; null for none. */
  @Nullable SimulatedResponse faultAt(long now) {
    for (Window window : windows) {
      if (now >= window.from && now < window.until) {
        return SimulatedResponse.error(
            window.kind, random.nextInt(8) == 0 ? retryAfter() : window.retryAfter);
      }
    }
    double draw = random.nextDouble();
    if (draw < fatalFaults) {
      return SimulatedResponse.error(RandomValues.oneOf(random, FATAL), null);
    }
    if (draw < fatalFaults + singleFaults) {
      ErrorKind kind =
          RandomValues.oneIn(random, 3)
              ? RandomValues.oneOf(
                  random,
                  ErrorKind.RATE_LIMITED,
                  ErrorKind.TASK_NOT_FOUND,
                  ErrorKind.ERROR_RESPONSE)
              : RandomValues.oneOf(random, TRANSIENT);
      return SimulatedResponse.error(kind, retryAfter());
    }
    return null;
  }

  /** Returns the time until a response; null if it never comes. */
  @Nullable Duration latency() {
    double draw = random.nextDouble();
    if (draw < lostResponses) {
      return null;
    }
    if (respondsAtOnce && draw > 0.5) {
      return Duration.ZERO;
    }
    double slow = RandomValues.oneIn(random, 10) ? 10 : 1;
    return Duration.ofNanos(
        (long) (-Math.log(1 - random.nextDouble()) * typicalLatency * slow * 1e9));
  }

  @Override
  public String toString() {
    return "%s, single %s, fatal %s, lost %s, latency %.3f s, at once %s"
        .formatted(
            windows, singleFaults, fatalFaults, lostResponses, typicalLatency, respondsAtOnce);
  }
}
