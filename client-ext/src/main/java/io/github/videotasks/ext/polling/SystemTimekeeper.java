package io.github.videotasks.ext.polling;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Real time, with one daemon thread that watches the clock for all alarms and hands what is due to
 * others: an alarm may complete a future of the caller, whose next step may block, and then no
 * deadline of another task may wait for it. The others are daemon threads too; they are made when
 * needed, {@value #MOST_AT_ONCE} at most, and end when idle.
 */
public final class SystemTimekeeper implements Timekeeper, AutoCloseable {

  private static final int MOST_AT_ONCE = 64;

  private final ScheduledThreadPoolExecutor clock;
  private final ThreadPoolExecutor workers;

  public SystemTimekeeper() {
    clock = new ScheduledThreadPoolExecutor(1, task -> daemon(task, "video-tasks-timekeeper"));
    // A wait that ends early must not keep its alarm in memory until the deadline.
    clock.setRemoveOnCancelPolicy(true);
    clock.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    workers =
        new ThreadPoolExecutor(
            0,
            MOST_AT_ONCE,
            5,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            task -> daemon(task, "video-tasks-alarm"),
            new ThreadPoolExecutor.CallerRunsPolicy());
  }

  private static Thread daemon(Runnable task, String name) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public long nanoTime() {
    return System.nanoTime();
  }

  @Override
  public Alarm schedule(Duration delay, Runnable task) {
    return scheduleBrief(delay, () -> workers.execute(task));
  }

  @Override
  public Alarm scheduleBrief(Duration delay, Runnable task) {
    // Not toNanos(), which fails for what is longer than 292 years.
    long nanos = TimeUnit.NANOSECONDS.convert(delay);
    try {
      Future<?> future = clock.schedule(task, nanos, TimeUnit.NANOSECONDS);
      return () -> future.cancel(false);
    } catch (RejectedExecutionException closed) {
      return () -> {};
    }
  }

  /** Drops all alarms, those included that are set later. What has begun goes on. */
  @Override
  public void close() {
    clock.shutdownNow();
    workers.shutdown();
  }
}
