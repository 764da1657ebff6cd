package io.github.videotasks.ext.time;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Scheduler in real time: one timer thread, which passes due tasks to worker threads, because a
 * task may block for a short time, for example while it closes a connection. All threads are daemon
 * threads; workers are created when needed, at most {@value #MAX_WORKERS}, and end when idle.
 */
public final class SystemScheduler implements Scheduler, AutoCloseable {

  private static final int MAX_WORKERS = 64;

  private final ScheduledThreadPoolExecutor timer;
  private final ThreadPoolExecutor workers;

  /** Starts no thread before the first task is scheduled. */
  public SystemScheduler() {
    timer = new ScheduledThreadPoolExecutor(1, DaemonThreads.factory("video-tasks-timer"));
    // The deadline of a wait that ends early must not stay in memory until it is due.
    timer.setRemoveOnCancelPolicy(true);
    timer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    workers = DaemonThreads.pool("video-tasks-worker", MAX_WORKERS, 5);
    workers.setRejectedExecutionHandler(new ThreadPoolExecutor.CallerRunsPolicy());
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
    // Not toNanos(), which throws for durations above 292 years.
    long nanos = TimeUnit.NANOSECONDS.convert(delay);
    try {
      Future<?> future = timer.schedule(task, nanos, TimeUnit.NANOSECONDS);
      return () -> future.cancel(false);
    } catch (RejectedExecutionException closed) {
      return () -> {};
    }
  }

  /** Cancels all tasks that have not started, and ignores tasks that are scheduled later. */
  @Override
  public void close() {
    timer.shutdownNow();
    workers.shutdown();
  }
}
