package io.github.videotasks.ext.time;

import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Threads of the library. They are daemon threads, so that a client whose close() was forgotten
 * does not keep the process alive.
 */
public final class DaemonThreads {

  private DaemonThreads() {}

  /**
   * {@return a factory of daemon threads}
   *
   * @param name name of each thread
   */
  public static ThreadFactory factory(String name) {
    return task -> {
      Thread thread = new Thread(task, name);
      thread.setDaemon(true);
      return thread;
    };
  }

  /**
   * {@return a pool that starts a thread for a task when no thread is idle, and ends idle threads,
   * so that it needs no shutdown}
   *
   * @param name name of each thread
   * @param maxThreads the maximum number of threads; further tasks are rejected
   * @param idleSeconds after how many seconds without work a thread ends
   */
  public static ThreadPoolExecutor pool(String name, int maxThreads, long idleSeconds) {
    return new ThreadPoolExecutor(
        0, maxThreads, idleSeconds, TimeUnit.SECONDS, new SynchronousQueue<>(), factory(name));
  }
}
