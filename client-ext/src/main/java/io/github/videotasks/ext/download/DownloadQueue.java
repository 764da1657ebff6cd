package io.github.videotasks.ext.download;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;

/**
 * Limits the number of concurrent downloads and queues the others in FIFO order. Each active
 * download holds three open files, a connection and, while bytes are received, a thread.
 */
final class DownloadQueue {

  private final Executor executor;
  private final Deque<Runnable> waiting = new ArrayDeque<>();
  private int freeSlots;

  DownloadQueue(Executor executor, int maxConcurrent) {
    this.executor = executor;
    freeSlots = maxConcurrent;
  }

  /** Runs a task as soon as a slot is free. The task must call {@link #release} exactly once. */
  void submit(Runnable task) {
    synchronized (waiting) {
      if (freeSlots == 0) {
        waiting.add(task);
        return;
      }
      freeSlots--;
    }
    executor.execute(task);
  }

  void release() {
    Runnable next;
    synchronized (waiting) {
      next = waiting.poll();
      if (next == null) {
        freeSlots++;
        return;
      }
    }
    executor.execute(next);
  }
}
