package io.github.videotasks.ext.testing;

import io.github.videotasks.ext.time.Scheduler;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A timekeeper whose time passes only when a test says so, on the test's own thread: an hour of
 * waiting takes a millisecond. It begins on 2026-01-01 at midnight, UTC.
 */
public final class VirtualTime implements Scheduler {

  private record ScheduledTask(long at, long order, Runnable task) {}

  private final NavigableSet<ScheduledTask> scheduled =
      new TreeSet<>(
          Comparator.comparingLong(ScheduledTask::at).thenComparingLong(ScheduledTask::order));
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
  public synchronized ScheduledCall schedule(Duration delay, Runnable task) {
    ScheduledTask due = new ScheduledTask(now + delay.toNanos(), order++, task);
    scheduled.add(due);
    return () -> remove(due);
  }

  private synchronized void remove(ScheduledTask due) {
    scheduled.remove(due);
  }

  /** Alarms that are still to come. */
  public synchronized int pendingCalls() {
    return scheduled.size();
  }

  /** Lets time pass and runs every alarm on its way, those included that others set. */
  public void advance(Duration time) {
    long end = nanoTime() + time.toNanos();
    for (ScheduledTask due = next(end); due != null; due = next(end)) {
      due.task().run();
    }
    synchronized (this) {
      now = end;
    }
  }

  private synchronized @Nullable ScheduledTask next(long end) {
    if (scheduled.isEmpty() || scheduled.first().at() > end) {
      return null;
    }
    ScheduledTask due = Objects.requireNonNull(scheduled.pollFirst());
    now = due.at();
    return due;
  }
}
