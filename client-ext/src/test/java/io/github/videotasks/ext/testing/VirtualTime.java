package io.github.videotasks.ext.testing;

import io.github.videotasks.ext.polling.Timekeeper;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * A timekeeper whose time passes only when a test says so, on the test's own thread: an hour of
 * waiting takes a millisecond. It begins on 2026-01-01 at midnight, UTC.
 */
public final class VirtualTime implements Timekeeper {

  private record Due(long at, long order, Runnable task) {}

  private final PriorityQueue<Due> alarms =
      new PriorityQueue<>(Comparator.comparingLong(Due::at).thenComparingLong(Due::order));
  private long now;
  private long order;

  @Override
  public synchronized long nanoTime() {
    return now;
  }

  @Override
  public synchronized Instant now() {
    return Instant.parse("2026-01-01T00:00:00Z").plusNanos(now);
  }

  @Override
  public synchronized Alarm schedule(Duration delay, Runnable task) {
    Due due = new Due(now + delay.toNanos(), order++, task);
    alarms.add(due);
    return () -> remove(due);
  }

  private synchronized void remove(Due due) {
    alarms.remove(due);
  }

  /** Alarms that are still to come. */
  public synchronized int pending() {
    return alarms.size();
  }

  /** Lets time pass and runs every alarm on its way, those included that others set. */
  public void pass(Duration time) {
    long end = nanoTime() + time.toNanos();
    for (Due due = next(end); due != null; due = next(end)) {
      due.task().run();
    }
    synchronized (this) {
      now = end;
    }
  }

  private synchronized @Nullable Due next(long end) {
    Due due = alarms.peek();
    if (due == null || due.at() > end) {
      return null;
    }
    now = due.at();
    return alarms.poll();
  }
}
