package io.github.videotasks.ext.simulation;

import java.util.concurrent.Executor;

/**
 * Executor whose tasks are events of a history: each runs at the virtual time at which it was
 * submitted, after the event that submitted it, in a random order. Blocking tasks do not overlap
 * with others of the same executor if it has one thread.
 */
public final class SimulatedExecutor implements Executor {

  private final SeededScheduler scheduler;
  private final SimulatedProcess process;
  private int pendingTasks;

  /** Creates an executor without tasks. */
  public SimulatedExecutor(SeededScheduler scheduler, SimulatedProcess process) {
    this.scheduler = scheduler;
    this.process = process;
  }

  @Override
  public void execute(Runnable task) {
    if (!process.isAlive()) {
      return;
    }
    pendingTasks++;
    scheduler.schedule(
        0,
        process,
        () -> {
          pendingTasks--;
          task.run();
        });
  }

  /** Returns the number of tasks that have not started. */
  public int pendingTasks() {
    return pendingTasks;
  }
}
