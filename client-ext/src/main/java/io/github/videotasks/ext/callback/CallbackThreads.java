package io.github.videotasks.ext.callback;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** The default threads of callbacks. They are daemon threads and end when idle for 5 s. */
final class CallbackThreads {

  /** A callback may block for minutes, so the limit is high; a blocked thread costs some 100 KB. */
  static final int MAX_THREADS = 1024;

  private static final String NAME = "video-tasks-callback";

  private CallbackThreads() {}

  static ExecutorService create(SaturationListener listener) {
    ExecutorService virtual = virtualThreads();
    return virtual == null ? platformThreads(MAX_THREADS, listener) : virtual;
  }

  static Thread daemonThread(Runnable task) {
    Thread thread = new Thread(task, NAME);
    thread.setDaemon(true);
    return thread;
  }

  /** By reflection, because this library is compiled for Java 17. */
  private static @Nullable ExecutorService virtualThreads() {
    if (Runtime.version().feature() < 21) {
      return null;
    }
    try {
      Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
      Class<?> type = Class.forName("java.lang.Thread$Builder");
      Object named = type.getMethod("name", String.class).invoke(builder, NAME);
      Object factory = type.getMethod("factory").invoke(named);
      return (ExecutorService)
          Executors.class
              .getMethod("newThreadPerTaskExecutor", ThreadFactory.class)
              .invoke(null, factory);
    } catch (ReflectiveOperationException | RuntimeException e) {
      return null;
    }
  }

  /**
   * A pool that starts a thread only if no thread is idle, and queues only if all threads are busy.
   * (A pool with a plain queue either starts all its threads or never more than the core.)
   */
  static ExecutorService platformThreads(int maxThreads, SaturationListener listener) {
    HandoffQueue queue = new HandoffQueue();
    AtomicBoolean saturated = new AtomicBoolean();
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            0, maxThreads, 5, TimeUnit.SECONDS, queue, CallbackThreads::daemonThread) {
          @Override
          protected void afterExecute(Runnable task, @Nullable Throwable error) {
            if (queue.isEmpty()) {
              saturated.set(false);
            }
          }
        };
    pool.setRejectedExecutionHandler(
        (task, executor) -> {
          if (executor.isShutdown()) {
            throw new RejectedExecutionException("closed");
          }
          queue.put(task);
          if (!saturated.getAndSet(true)) {
            listener.onSaturated(queue.size(), maxThreads);
          }
        });
    return pool;
  }

  /** Accepts a task only if a thread is waiting for one. */
  private static final class HandoffQueue extends LinkedTransferQueue<Runnable> {
    private static final long serialVersionUID = 1;

    @Override
    public boolean offer(Runnable task) {
      return tryTransfer(task);
    }
  }
}
