package io.github.videotasks.ext.time;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Work that one thread at a time does for all who ask for it. Who asks meanwhile goes on at once,
 * and the work is done again; so it never runs within itself, however deep the calls are.
 */
public final class SerialRunner {

  private final AtomicInteger pendingRuns = new AtomicInteger();
  private final Runnable task;

  public SerialRunner(Runnable work) {
    this.task = work;
  }

  public void run() {
    if (pendingRuns.getAndIncrement() != 0) {
      return;
    }
    int missed = 1;
    while (missed != 0) {
      task.run();
      missed = pendingRuns.addAndGet(-missed);
    }
  }
}
