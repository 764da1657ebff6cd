package io.github.videotasks.contract.bench.load;

import io.github.videotasks.ext.VideoTasks;
import java.util.concurrent.TimeUnit;

/** Uses one thread per task, which sleeps between two polls. */
final class ThreadPerTaskStrategy implements WaitStrategy {

  private static final long STACK_BYTES = 256 * 1024;

  private final LoadStatistics statistics;
  private final long intervalMs;
  private final VideoTasks tasks;

  ThreadPerTaskStrategy(String url, long intervalMs, LoadStatistics statistics) {
    this.statistics = statistics;
    this.intervalMs = intervalMs;
    tasks = VideoTasks.builder().baseUrl(url).apiKey("key").maxRequestsInFlight(4_096).build();
  }

  @Override
  public void startWaiting(String id) {
    Thread thread = new Thread(null, () -> pollUntilDone(id), "task", STACK_BYTES);
    thread.setDaemon(true);
    thread.start();
  }

  private void pollUntilDone(String id) {
    try {
      while (!tasks.get(id).stage().isTerminal()) {
        statistics.recordResponse();
        long due = System.nanoTime() + intervalMs * 1_000_000;
        TimeUnit.MILLISECONDS.sleep(intervalMs);
        statistics.recordLag(System.nanoTime() - due);
      }
      statistics.recordResponse();
      statistics.recordCompletion();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    tasks.close();
  }
}
