package io.github.videotasks.durable;

import io.github.videotasks.durable.PaceTable.Pace;
import io.github.videotasks.durable.PaceTable.Slots;
import io.github.videotasks.ext.error.ErrorKind;
import io.github.videotasks.ext.error.VideoTasksException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * The part of this node in the limits of one gateway: polls in flight, and slots of the rate that
 * all nodes share. Thread-safe.
 */
final class GatewayPace {

  /** The pause after a 429 without a Retry-After. */
  private static final Duration DEFAULT_PAUSE = Duration.ofSeconds(1);

  private static final Duration MAX_PAUSE = Duration.ofMinutes(2);

  /** When to look again if all polls are in flight. */
  private static final Duration IN_FLIGHT_REST = Duration.ofMillis(250);

  /** The pause after a reservation that failed. */
  private static final Duration FAILURE_PAUSE = Duration.ofSeconds(1);

  private final DurableGateway gateway;
  private final PaceTable table;
  private final DatabaseClock clock;
  private final Executor writes;
  private int inFlight;
  private int successes;
  private int nodes = 1;
  private Pace seen;
  private Instant notBefore = Instant.MIN;
  private @Nullable SlowDown unwritten;

  /** A 429 that is not written yet; later ones become part of it. */
  private record SlowDown(Duration pause, Instant polledAt) {
    SlowDown and(SlowDown other) {
      return new SlowDown(
          pause.compareTo(other.pause) > 0 ? pause : other.pause, max(polledAt, other.polledAt));
    }
  }

  /**
   * Starts without polls in flight.
   *
   * @param writes runs the statements that follow a 429, because responses arrive on threads of the
   *     client
   */
  GatewayPace(DurableGateway gateway, PaceTable table, DatabaseClock clock, Executor writes) {
    this.gateway = gateway;
    this.table = table;
    this.clock = clock;
    this.writes = writes;
    seen = new Pace(gateway.intervalMicros(), Instant.MIN);
  }

  /** Takes over what the heartbeat of the node has read; a pause that it did not see remains. */
  synchronized void onHeartbeat(int liveNodes, @Nullable Pace pace) {
    nodes = Math.max(1, liveNodes);
    if (pace != null) {
      seen = new Pace(pace.intervalMicros(), max(seen.pausedUntil(), pace.pausedUntil()));
    }
  }

  /** Returns how many polls may start now, at most the given number. */
  synchronized int capacity(int most) {
    Instant now = clock.now();
    return now.isBefore(notBefore) || now.isBefore(seen.pausedUntil())
        ? 0
        : Math.min(Math.min(most, slotsWithinHorizon()), Math.max(0, share() - inFlight));
  }

  /** More could not be reserved at a time. */
  private int slotsWithinHorizon() {
    long interval = Math.max(gateway.intervalMicros(), seen.intervalMicros());
    return interval == 0
        ? Integer.MAX_VALUE
        : (int) (1 + PaceTable.HORIZON.toNanos() / 1_000 / interval);
  }

  /** Returns when {@link #capacity} may be positive again; now if it is. */
  synchronized Instant nextCapacity() {
    Instant now = clock.now();
    Instant earliest = share() > inFlight ? now : now.plus(IN_FLIGHT_REST);
    return max(earliest, max(notBefore, seen.pausedUntil()));
  }

  private static Instant max(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }

  private int share() {
    return Math.max(1, gateway.maxInFlight() / nodes);
  }

  private boolean isUnlimited() {
    return gateway.intervalMicros() == 0 && seen.intervalMicros() == 0;
  }

  /**
   * Reserves slots for polls. Each one counts as in flight until {@link #release}.
   *
   * @return at most the wanted number
   */
  Slots reserve(int wanted) {
    int taken;
    int reported;
    synchronized (this) {
      taken = capacity(wanted);
      inFlight += taken;
      Instant now = clock.now();
      if (taken == 0 || isUnlimited()) {
        return new Slots(now, 0, taken, now);
      }
      reported = successes;
      successes = 0;
    }
    Slots slots = new Slots(Instant.MIN, 0, 0, Instant.MIN);
    try {
      slots = table.reserve(gateway, taken, reported);
    } finally {
      onReserved(taken, slots);
    }
    return slots;
  }

  private synchronized void onReserved(int taken, Slots slots) {
    inFlight -= taken - slots.count();
    if (slots.next().equals(Instant.MIN)) {
      notBefore = clock.now().plus(FAILURE_PAUSE);
    } else if (slots.count() < taken) {
      // Not at the first free slot, so that a reservation covers several.
      notBefore = slots.next().minus(PaceTable.HORIZON.dividedBy(2));
      seen = new Pace(slots.stepMicros(), seen.pausedUntil());
    }
  }

  /** Ends a poll that did not reach the gateway. */
  synchronized void release() {
    inFlight--;
  }

  /** Ends a poll, and slows all nodes down if the gateway rejected it with 429. */
  void release(Instant startedAt, @Nullable Throwable error) {
    synchronized (this) {
      inFlight--;
      successes += error == null ? 1 : 0;
    }
    if (error instanceof VideoTasksException known && known.kind() == ErrorKind.RATE_LIMITED) {
      Duration pause = pause(known);
      SlowDown next = new SlowDown(pause, startedAt);
      boolean first;
      synchronized (this) {
        // Other nodes read it with their next heartbeat.
        seen =
            new Pace(
                Math.max(seen.intervalMicros(), 50_000),
                max(seen.pausedUntil(), clock.now().plus(pause)));
        first = unwritten == null;
        unwritten = unwritten == null ? next : unwritten.and(next);
      }
      if (first) {
        writes.execute(this::writeSlowDown);
      }
    }
  }

  private void writeSlowDown() {
    SlowDown all;
    synchronized (this) {
      all = unwritten;
      unwritten = null;
    }
    if (all != null) {
      table.slowDown(gateway.name(), all.pause(), all.polledAt());
    }
  }

  private static Duration pause(VideoTasksException error) {
    Duration required = error.details().retryAfter();
    if (required == null || required.isZero()) {
      return DEFAULT_PAUSE;
    }
    return required.compareTo(MAX_PAUSE) > 0 ? MAX_PAUSE : required;
  }
}
