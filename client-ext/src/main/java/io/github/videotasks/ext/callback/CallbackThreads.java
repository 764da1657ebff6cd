package io.github.videotasks.ext.callback;

import io.github.videotasks.ext.time.DaemonThreads;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Platform threads for callbacks, up to a limit; further callbacks wait for a thread in FIFO order.
 * An idle thread is used before another one is started. (A pool with a plain queue either starts
 * all its threads or never more than its core.) The threads are daemon threads and end when idle
 * for 5 s.
 */
final class CallbackThreads implements Executor, AutoCloseable {

  /** A callback may block for minutes, so the limit is high; a blocked thread costs some 100 KB. */
  static final int MAX_THREADS = 1024;

  static final String NAME = "video-tasks-callback";

  private final int maxThreads;
  private final SaturationListener listener;
  private final ThreadPoolExecutor threads;
  private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();

  /** The callbacks that run or wait; those above the limit wait. */
  private final AtomicInteger accepted = new AtomicInteger();

  private final AtomicBoolean saturated = new AtomicBoolean();

  CallbackThreads(int maxThreads, SaturationListener listener) {
    this.maxThreads = maxThreads;
    this.listener = listener;
    threads = DaemonThreads.pool(NAME, Integer.MAX_VALUE, 5);
  }

  /**
   * Runs a callback.
   *
   * @throws java.util.concurrent.RejectedExecutionException after {@link #close}
   */
  @Override
  public void execute(Runnable callback) {
    int count = accepted.incrementAndGet();
    if (count > maxThreads) {
      waiting.add(callback);
      if (!saturated.getAndSet(true)) {
        listener.onSaturated(count - maxThreads, maxThreads);
      }
      return;
    }
    boolean started = false;
    try {
      threads.execute(() -> runFrom(callback));
      started = true;
    } finally {
      if (!started) {
        accepted.decrementAndGet();
      }
    }
  }

  private void runFrom(Runnable first) {
    for (Runnable next = first; next != null; next = nextWaiting()) {
      try {
        next.run();
      } catch (RuntimeException | Error thrown) {
        CallbackQueue.logThrown(thrown);
      }
    }
  }

  private @Nullable Runnable nextWaiting() {
    if (accepted.getAndDecrement() <= maxThreads) {
      return null;
    }
    Runnable next = waiting.poll();
    while (next == null) {
      // It has been counted and is about to be added.
      Thread.onSpinWait();
      next = waiting.poll();
    }
    if (waiting.isEmpty()) {
      saturated.set(false);
    }
    return next;
  }

  /** Ends the threads after the callbacks that run or wait. */
  @Override
  public void close() {
    threads.shutdown();
  }

  boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
    return threads.awaitTermination(timeout, unit);
  }
}
