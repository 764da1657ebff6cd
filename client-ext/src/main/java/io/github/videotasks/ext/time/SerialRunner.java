package io.github.videotasks.ext.time;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs a task on at most one thread at a time. A call during a run returns at once and schedules
 * one more run (the drain loop of Reactive Streams), so the task never runs recursively.
 */
public final class SerialRunner {

  private final AtomicInteger pendingRuns = new AtomicInteger();
  private final Executor executor;
  private final Runnable task;

  /**
   * Creates a runner that runs the task on the calling thread.
   *
   * @param task the task of all runs; it must not throw, because nothing would run after it
   */
  public SerialRunner(Runnable task) {
    this(Runnable::run, task);
  }

  /**
   * Creates a runner.
   *
   * @param executor runs the task
   * @param task the task of all runs; it must not throw, because nothing would run after it
   */
  public SerialRunner(Executor executor, Runnable task) {
    this.executor = executor;
    this.task = task;
  }

  /** Runs the task, or has the thread that is running it run it once more. */
  public void run() {
    if (pendingRuns.getAndIncrement() == 0) {
      executor.execute(this::runPending);
    }
  }

  private void runPending() {
    int missed = 1;
    while (missed != 0) {
      task.run();
      missed = pendingRuns.addAndGet(-missed);
    }
  }
}
