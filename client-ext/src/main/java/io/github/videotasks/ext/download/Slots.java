package io.github.videotasks.ext.download;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;

/**
 * Lets so many downloads work at a time and keeps the rest in line: each that works holds three
 * open files, a connection and, while bytes come, a thread.
 */
final class Slots {

  private final Executor threads;
  private final Deque<Runnable> line = new ArrayDeque<>();
  private int free;

  Slots(Executor threads, int count) {
    this.threads = threads;
    free = count;
  }

  /** Runs it when its turn comes; whoever is in must {@link #leave} once. */
  void enter(Runnable work) {
    synchronized (line) {
      if (free == 0) {
        line.add(work);
        return;
      }
      free--;
    }
    threads.execute(work);
  }

  void leave() {
    Runnable next;
    synchronized (line) {
      next = line.poll();
      if (next == null) {
        free++;
        return;
      }
    }
    threads.execute(next);
  }
}
