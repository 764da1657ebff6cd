package io.github.videotasks.ext.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The only source of order in a history: a queue of events in virtual time. Events that are due at
 * the same moment run in a random order, which the seed determines. Unlike {@link
 * io.github.videotasks.ext.testing.VirtualTime}, an event may {@linkplain #block block}: then other
 * events run while it is on the stack, as they would on other threads.
 */
public final class SeededScheduler {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  /** Deeper blocking returns at once, so that the stack stays small. */
  private static final int MAX_DEPTH = 3;

  private final PriorityQueue<Event> events = new PriorityQueue<>();
  private final SplittableRandom random;
  private final Runnable beforeEvent;
  private final Runnable afterEvent;
  private final Runnable whenQuiescent;
  private Duration wallClockOffset = Duration.ZERO;
  private long now;
  private int depth;

  /**
   * Creates a scheduler without events.
   *
   * @param random decides the order of events that are due together
   * @param beforeEvent run before each event, when the time has advanced
   * @param afterEvent run after each event, before the time advances
   * @param whenQuiescent run after each event during which no other event is blocked
   */
  public SeededScheduler(
      SplittableRandom random, Runnable beforeEvent, Runnable afterEvent, Runnable whenQuiescent) {
    this.random = random;
    this.beforeEvent = beforeEvent;
    this.afterEvent = afterEvent;
    this.whenQuiescent = whenQuiescent;
  }

  /** One scheduled call. */
  final class Event implements Comparable<Event> {

    private final long at;
    private final long tie = random.nextLong();
    private final @Nullable SimulatedProcess owner;
    private final Runnable task;
    private boolean finished;

    private Event(long at, @Nullable SimulatedProcess owner, Runnable task) {
      this.at = at;
      this.owner = owner;
      this.task = task;
    }

    @Override
    public int compareTo(Event other) {
      return at != other.at ? Long.compare(at, other.at) : Long.compare(tie, other.tie);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return this == other;
    }

    @Override
    public int hashCode() {
      return Long.hashCode(tie);
    }

    /** Returns false if the event has run or was cancelled before. */
    boolean cancel() {
      boolean pending = !finished;
      finished = true;
      return pending;
    }

    private boolean isDropped() {
      return finished || (owner != null && !owner.isAlive());
    }
  }

  /** Returns the virtual time in nanoseconds since the start of the history. */
  public long nanoTime() {
    return now;
  }

  Instant wallClock() {
    return START.plusNanos(now).plus(wallClockOffset);
  }

  /** Sets the wall clock forward or back; the monotonic time does not change. */
  void jumpWallClock(Duration jump) {
    wallClockOffset = wallClockOffset.plus(jump);
  }

  /**
   * Schedules an event of the surroundings, such as an action of a caller.
   *
   * @param delay zero or more
   * @param task may block
   */
  public void schedule(Duration delay, Runnable task) {
    schedule(delay.toNanos(), null, task);
  }

  /**
   * Schedules an event.
   *
   * @param owner the event is dropped when this process has crashed; null for none
   */
  Event schedule(long delayNanos, @Nullable SimulatedProcess owner, Runnable task) {
    if (delayNanos < 0) {
      throw new IllegalArgumentException("expected a delay >= 0, found " + delayNanos + " ns");
    }
    Event event = new Event(now + delayNanos, owner, task);
    events.add(event);
    return event;
  }

  /** Runs all events, until there are none. */
  public void run() {
    runUntil(Long.MAX_VALUE, () -> false);
  }

  /**
   * Blocks the running event for a time, as a slow listener blocks its thread: the other events of
   * that time run first.
   *
   * @param time how long; if the events that run meanwhile block as well, it takes longer
   */
  public void block(Duration time) {
    block(time, () -> false);
  }

  /**
   * Blocks the running event until a condition holds, for a time at most.
   *
   * @param time how long at most
   * @param condition checked before each event that runs meanwhile
   */
  public void block(Duration time, BooleanSupplier condition) {
    if (depth >= MAX_DEPTH) {
      return;
    }
    long end = now + time.toNanos();
    runUntil(end, condition);
    if (!condition.getAsBoolean()) {
      now = Math.max(now, end);
      beforeEvent.run();
    }
  }

  /** Returns the number of events on the stack; 1 in an event that interrupts no other. */
  public int depth() {
    return depth;
  }

  private void runUntil(long end, BooleanSupplier condition) {
    while (!condition.getAsBoolean()) {
      Event event = next(end);
      if (event == null) {
        return;
      }
      now = Math.max(now, event.at);
      event.finished = true;
      beforeEvent.run();
      depth++;
      event.task.run();
      depth--;
      afterEvent.run();
      if (depth == 0) {
        whenQuiescent.run();
      }
    }
  }

  private @Nullable Event next(long end) {
    while (!events.isEmpty() && events.peek().at <= end) {
      Event event = events.remove();
      if (!event.isDropped()) {
        return event;
      }
    }
    return null;
  }
}
