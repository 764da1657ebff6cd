package io.github.videotasks.ext.polling;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Real time, with one daemon thread for all alarms. The thread only starts requests and completes
 * futures, so one is enough.
 */
public final class SystemTimekeeper implements Timekeeper, AutoCloseable {

  private final ScheduledThreadPoolExecutor executor;

  public SystemTimekeeper() {
    executor =
        new ScheduledThreadPoolExecutor(
            1,
            task -> {
              Thread thread = new Thread(task, "video-tasks-timekeeper");
              thread.setDaemon(true);
              return thread;
            });
    // A wait that ends early must not keep its alarm in memory until the deadline.
    executor.setRemoveOnCancelPolicy(true);
    executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  @Override
  public long nanoTime() {
    return System.nanoTime();
  }

  @Override
  public Alarm schedule(Duration delay, Runnable task) {
    Future<?> future = executor.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
    return () -> future.cancel(false);
  }

  /** Drops all alarms. */
  @Override
  public void close() {
    executor.shutdownNow();
  }
}
