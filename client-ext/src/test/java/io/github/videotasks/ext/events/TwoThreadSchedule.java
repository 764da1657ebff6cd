package io.github.videotasks.ext.events;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Runs two threads in one chosen interleaving: exactly one of them runs, and at each {@link #step}
 * a bit of the schedule chooses the next one. When one has ended, the other runs on.
 */
final class TwoThreadSchedule {

  private final BitSet schedule;
  private final Thread[] threads = new Thread[2];
  private final boolean[] ended = new boolean[2];
  private @Nullable Throwable error;
  private int steps;
  private int turn;

  /**
   * Creates a schedule.
   *
   * @param schedule the thread, 0 or 1, that runs after each step
   */
  TwoThreadSchedule(BitSet schedule) {
    this.schedule = schedule;
  }

  /** Runs both and waits until they have ended. */
  void run(Runnable first, Runnable second) throws InterruptedException {
    List<Runnable> tasks = new ArrayList<>(Arrays.asList(first, second));
    for (int i = 0; i < 2; i++) {
      int self = i;
      threads[i] = new Thread(() -> runOne(self, tasks.get(self)), "interleaved-" + i);
    }
    synchronized (this) {
      turn = next();
    }
    for (Thread thread : threads) {
      thread.start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    if (error != null) {
      throw new AssertionError("expected both threads to end, one threw", error);
    }
  }

  private void runOne(int self, Runnable task) {
    try {
      awaitTurn(self);
      task.run();
    } catch (RuntimeException | Error thrown) {
      error = thrown;
    } finally {
      synchronized (this) {
        ended[self] = true;
        turn = 1 - self;
        notifyAll();
      }
    }
  }

  /** Called by the code under test where the other thread may run. */
  void step() {
    int self = Thread.currentThread() == threads[0] ? 0 : 1;
    if (Thread.currentThread() != threads[self]) {
      return;
    }
    synchronized (this) {
      if (ended[1 - self]) {
        return;
      }
      turn = next();
      notifyAll();
    }
    awaitTurn(self);
  }

  private int next() {
    return schedule.get(steps++) ? 1 : 0;
  }

  private synchronized void awaitTurn(int self) {
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
    while (turn != self) {
      try {
        wait(1000);
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
      if (System.nanoTime() - end > 0) {
        // Not a measurement: the other thread is blocked by this one.
        throw new AssertionError("deadlock at step " + steps);
      }
    }
  }
}
