package io.github.videotasks.ext.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Executor;

/**
 * Executor with one thread, whose tasks are events of a history: each runs after the event that
 * submitted it, and after the task that is running, in a random order. A task may block.
 */
public final class SimulatedExecutor implements Executor {

  private final SeededScheduler scheduler;
  private final SimulatedProcess process;
  private final SplittableRandom random;
  private final List<Runnable> queue = new ArrayList<>();
  private boolean running;

  /** Creates an executor without tasks. */
  public SimulatedExecutor(
      SeededScheduler scheduler, SimulatedProcess process, SplittableRandom random) {
    this.scheduler = scheduler;
    this.process = process;
    this.random = random;
  }

  @Override
  public void execute(Runnable task) {
    queue.add(task);
    scheduler.schedule(0, process, this::runNext);
  }

  /** Runs while a task is on the stack as well: then the task that is running continues first. */
  private void runNext() {
    if (running || queue.isEmpty()) {
      return;
    }
    running = true;
    queue.remove(random.nextInt(queue.size())).run();
    running = false;
    if (!queue.isEmpty()) {
      scheduler.schedule(0, process, this::runNext);
    }
  }

  /** Returns the number of tasks that have not started. */
  public int pendingTasks() {
    return queue.size();
  }
}
