package io.github.videotasks.ext.download;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;

/**
 * Lets so many downloads work at a time and keeps the rest in line: each that works holds three
 * open files, a connection and, while bytes come, a thread.
 */
final class DownloadQueue {

  private final Executor executor;
  private final Deque<Runnable> waiting = new ArrayDeque<>();
  private int freeSlots;

  DownloadQueue(Executor threads, int count) {
    this.executor = threads;
    freeSlots = count;
  }

  /** Runs it when its turn comes; whoever is in must {@link #release} once. */
  void submit(Runnable work) {
    synchronized (waiting) {
      if (freeSlots == 0) {
        waiting.add(work);
        return;
      }
      freeSlots--;
    }
    executor.execute(work);
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
