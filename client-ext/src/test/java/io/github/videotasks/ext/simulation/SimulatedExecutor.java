package io.github.videotasks.ext.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Executor;

/**
 * Executor whose tasks are events of a history: each runs after the event that submitted it, in a
 * random order, as soon as a thread is free. A task may block; then tasks of other threads run.
 */
public final class SimulatedExecutor implements Executor {

  private final SeededScheduler scheduler;
  private final SimulatedProcess process;
  private final SplittableRandom random;
  private final List<Runnable> queue = new ArrayList<>();
  private final int threads;
  private int running;

  /**
   * Creates an executor without tasks.
   *
   * @param threads the maximum number of tasks that run or are blocked
   */
  public SimulatedExecutor(
      SeededScheduler scheduler, SimulatedProcess process, SplittableRandom random, int threads) {
    this.threads = threads;
    this.scheduler = scheduler;
    this.process = process;
    this.random = random;
  }

  @Override
  public void execute(Runnable task) {
    queue.add(task);
    scheduler.schedule(0, process, this::runNext);
  }

  private void runNext() {
    if (running == threads || queue.isEmpty()) {
      return;
    }
    running++;
    queue.remove(random.nextInt(queue.size())).run();
    running--;
    if (!queue.isEmpty()) {
      scheduler.schedule(0, process, this::runNext);
    }
  }

  /** Returns the number of tasks that have not ended. */
  public int pendingTasks() {
    return queue.size() + running;
  }
}
