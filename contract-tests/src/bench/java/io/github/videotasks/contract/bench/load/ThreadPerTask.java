package io.github.videotasks.contract.bench.load;

import io.github.videotasks.ext.VideoTasks;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** A thread for each task, which sleeps between two questions. */
final class ThreadPerTask implements Client {

  private static final long STACK = 256 * 1024;

  private final Lags lags = new Lags();
  private final AtomicInteger ended = new AtomicInteger();
  private final AtomicLong answered = new AtomicLong();
  private final long intervalMs;
  private final VideoTasks tasks;

  ThreadPerTask(String url, long intervalMs) {
    this.intervalMs = intervalMs;
    tasks = VideoTasks.builder().baseUrl(url).apiKey("key").maxRequestsInFlight(4_096).build();
  }

  @Override
  public void begin(String id) {
    Thread thread = new Thread(null, () -> follow(id), "task", STACK);
    thread.setDaemon(true);
    thread.start();
  }

  private void follow(String id) {
    try {
      while (!tasks.get(id).stage().isTerminal()) {
        answered.incrementAndGet();
        long due = System.nanoTime() + intervalMs * 1_000_000;
        TimeUnit.MILLISECONDS.sleep(intervalMs);
        lags.add(System.nanoTime() - due);
      }
      answered.incrementAndGet();
      ended.incrementAndGet();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public int ended() {
    return ended.get();
  }

  @Override
  public Lags lags() {
    return lags;
  }

  @Override
  public long answered() {
    return answered.get();
  }

  @Override
  public void close() {
    tasks.close();
  }
}
