package io.github.videotasks.ext.time;

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
 * needed, {@value #MAX_WORKERS} at most, and end when idle.
 */
public final class SystemScheduler implements Scheduler, AutoCloseable {

  private static final int MAX_WORKERS = 64;

  private final ScheduledThreadPoolExecutor timer;
  private final ThreadPoolExecutor workers;

  public SystemScheduler() {
    timer =
        new ScheduledThreadPoolExecutor(1, task -> daemonThread(task, "video-tasks-timekeeper"));
    // A wait that ends early must not keep its alarm in memory until the deadline.
    timer.setRemoveOnCancelPolicy(true);
    timer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    workers =
        new ThreadPoolExecutor(
            0,
            MAX_WORKERS,
            5,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            task -> daemonThread(task, "video-tasks-alarm"),
            new ThreadPoolExecutor.CallerRunsPolicy());
  }

  private static Thread daemonThread(Runnable task, String name) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public long nanoTime() {
    return System.nanoTime();
  }

  @Override
  public ScheduledCall schedule(Duration delay, Runnable task) {
    return scheduleNonBlocking(delay, () -> workers.execute(task));
  }

  @Override
  public ScheduledCall scheduleNonBlocking(Duration delay, Runnable task) {
    // Not toNanos(), which fails for what is longer than 292 years.
    long nanos = TimeUnit.NANOSECONDS.convert(delay);
    try {
      Future<?> future = timer.schedule(task, nanos, TimeUnit.NANOSECONDS);
      return () -> future.cancel(false);
    } catch (RejectedExecutionException closed) {
      return () -> {};
    }
  }

  /** Drops all alarms, those included that are set later. What has begun goes on. */
  @Override
  public void close() {
    timer.shutdownNow();
    workers.shutdown();
  }
}
