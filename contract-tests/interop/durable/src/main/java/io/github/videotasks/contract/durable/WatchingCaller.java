package io.github.videotasks.contract.durable;

import io.github.videotasks.durable.DurableWaits;
import io.github.videotasks.durable.DurableWaitsException;
import io.github.videotasks.ext.polling.WaitPolicy;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * An application that watches a task at regular times. It repeats a call that fails until {@code
 * watch} returns, and keeps when that was.
 */
final class WatchingCaller implements AutoCloseable {

  private static final long RETRY_MILLIS = 50;

  private final DurableWaits waits;
  private final WaitPolicy policy;
  private final long firstMillis;
  private final long intervalMillis;
  private final Map<String, Long> confirmed = new ConcurrentHashMap<>();
  private final Thread thread = new Thread(this::run, "watching-caller");
  private final AtomicLong errors = new AtomicLong();
  private volatile boolean stopped;

  /**
   * Creates one that is not started.
   *
   * @param firstMillis the time of {@code task_0}
   * @param intervalMillis the time between two tasks
   */
  WatchingCaller(DurableWaits waits, WaitPolicy policy, long firstMillis, long intervalMillis) {
    this.waits = waits;
    this.policy = policy;
    this.firstMillis = firstMillis;
    this.intervalMillis = intervalMillis;
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  /** The number of a task is its time, so that one that begins late has not ended before. */
  private void run() {
    try {
      for (long i = 0; !stopped; i++) {
        long now = System.currentTimeMillis() - firstMillis;
        if (now < i * intervalMillis) {
          Thread.sleep(i * intervalMillis - now);
        } else {
          i = now / intervalMillis;
        }
        watch("task_" + i);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void watch(String task) throws InterruptedException {
    while (!confirmed.containsKey(task) && !stopped) {
      try {
        waits.watch(WorkerNode.GATEWAY, task, policy);
        confirmed.put(task, System.currentTimeMillis());
      } catch (DurableWaitsException e) {
        errors.incrementAndGet();
        Thread.sleep(RETRY_MILLIS);
      }
    }
  }

  /** Returns the tasks for which {@code watch} has returned, each with the time of that. */
  Map<String, Long> confirmed() {
    return Map.copyOf(confirmed);
  }

  /** Returns how many calls failed. */
  long errors() {
    return errors.get();
  }

  @Override
  public void close() {
    stopped = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
