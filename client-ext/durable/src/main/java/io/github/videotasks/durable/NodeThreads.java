package io.github.videotasks.durable;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/** Daemon threads with names. */
final class NodeThreads {

  private NodeThreads() {}

  static ThreadFactory factory(String name) {
    return task -> {
      Thread thread = new Thread(task, "video-tasks-" + name);
      thread.setDaemon(true);
      return thread;
    };
  }

  static ScheduledExecutorService timer(String name) {
    return Executors.newSingleThreadScheduledExecutor(factory(name));
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
