package io.github.videotasks.contract.bench.load;

import io.github.videotasks.ext.VideoTasks;
import java.util.concurrent.TimeUnit;

/** A thread for each task, which sleeps between two questions. */
final class ThreadPerTask implements Client {

  private static final long STACK = 256 * 1024;

  private final Seen seen;
  private final long intervalMs;
  private final VideoTasks tasks;

  ThreadPerTask(String url, long intervalMs, Seen seen) {
    this.seen = seen;
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
        seen.answer();
        long due = System.nanoTime() + intervalMs * 1_000_000;
        TimeUnit.MILLISECONDS.sleep(intervalMs);
        seen.late(System.nanoTime() - due);
      }
      seen.answer();
      seen.end();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    tasks.close();
  }
}
