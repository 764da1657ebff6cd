package io.github.videotasks.ext.testing;

import io.github.videotasks.ext.time.Scheduler;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeSet;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Scheduler in virtual time for tests: time passes only in {@link #advance}, which runs the due
 * tasks on the thread of the test, so an hour of polling takes a millisecond. The clock starts at
 * 2026-01-01T00:00:00Z.
 */
public final class VirtualTime implements Scheduler {

  private record ScheduledTask(long at, long order, Runnable task) {}

  private final NavigableSet<ScheduledTask> scheduled =
      new TreeSet<>(
          Comparator.comparingLong(ScheduledTask::at).thenComparingLong(ScheduledTask::order));
  private long now;
  private long order;

  /** Creates a clock that shows 2026-01-01T00:00:00Z. */
  public VirtualTime() {}

  /** Returns the virtual time in nanoseconds since the start of the clock. */
  @Override
  public synchronized long nanoTime() {
    return now;
  }

  /** Returns the virtual time as a date; it starts at 2026-01-01T00:00:00Z. */
  @Override
  public synchronized Instant now() {
    return Instant.parse("2026-01-01T00:00:00Z").plusNanos(now);
  }

  /**
   * Schedules a task for {@link #advance}; a delay of zero is due at the next call of it.
   *
   * @param delay zero or more, below 292 years
   * @param task run on the thread that calls {@link #advance}
   */
  @Override
  public synchronized ScheduledCall schedule(Duration delay, Runnable task) {
    ScheduledTask due = new ScheduledTask(now + delay.toNanos(), order++, task);
    scheduled.add(due);
    return () -> remove(due);
  }

  /** Returns an executor that runs callbacks at once, on the thread that advances the time. */
  @Override
  public Executor callbackExecutor() {
    return Runnable::run;
  }

  private synchronized void remove(ScheduledTask due) {
    scheduled.remove(due);
  }

  /** {@return the number of scheduled tasks that have neither run nor been cancelled} */
  public synchronized int pendingCalls() {
    return scheduled.size();
  }

  /**
   * Advances the time and runs all tasks that become due, in the order of their times, including
   * tasks that are scheduled meanwhile.
   *
   * @param time how far to advance, zero or more
   */
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
