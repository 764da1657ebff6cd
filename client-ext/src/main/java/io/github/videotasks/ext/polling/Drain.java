package io.github.videotasks.ext.polling;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Work that one thread at a time does for all who ask for it. Who asks meanwhile goes on at once,
 * and the work is done again; so it never runs within itself, however deep the calls are.
 */
final class Drain {

  private final AtomicInteger asked = new AtomicInteger();
  private final Runnable work;

  Drain(Runnable work) {
    this.work = work;
  }

  void run() {
    if (asked.getAndIncrement() != 0) {
      return;
    }
    int missed = 1;
    while (missed != 0) {
      work.run();
      missed = asked.addAndGet(-missed);
    }
  }
}
