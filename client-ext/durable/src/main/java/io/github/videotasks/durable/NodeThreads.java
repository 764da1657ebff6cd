package io.github.videotasks.durable;

import io.github.videotasks.ext.time.DaemonThreads;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Executors of a node: how they start and end. */
final class NodeThreads {

  private NodeThreads() {}

  static ScheduledExecutorService timer(String name) {
    return Executors.newSingleThreadScheduledExecutor(DaemonThreads.factory(name));
  }

  /** Waits for the running tasks, then interrupts them. */
  static void close(ExecutorService executor, Duration patience) {
    executor.shutdown();
    try {
      if (!executor.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        executor.shutdownNow();
      }
    } catch (InterruptedException e) {
      executor.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
