package io.github.videotasks.durable;

import io.github.videotasks.durable.DurableWaitsListener.BatchReport;
import io.github.videotasks.ext.time.DaemonThreads;
import java.lang.System.Logger.Level;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Calls the listener on a thread of its own, so that it cannot delay polls. */
final class Reports {

  private static final System.Logger LOG = System.getLogger(DurableWaits.class.getName());

  private static final int MAX_QUEUED = 1_024;

  private final DurableWaitsListener listener;
  private final ThreadPoolExecutor thread;

  Reports(DurableWaitsListener listener) {
    this.listener = listener;
    thread =
        new ThreadPoolExecutor(
            1,
            1,
            1,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(MAX_QUEUED),
            DaemonThreads.factory("video-tasks-listener"),
            new ThreadPoolExecutor.DiscardPolicy());
    thread.allowCoreThreadTimeOut(true);
  }

  /** Whether somebody reads the reports of batches. */
  boolean hasListener() {
    return listener != NoListener.INSTANCE;
  }

  void batch(BatchReport report) {
    notifyListener(() -> listener.onBatch(report));
  }

  void takeover(int bucket, String lostNode) {
    LOG.log(Level.INFO, () -> "bucket " + bucket + " taken over from " + lostNode);
    notifyListener(() -> listener.onTakeover(bucket, lostNode));
  }

  void problem(String what, Throwable problem) {
    LOG.log(Level.WARNING, () -> what + " failed: " + problem);
    notifyListener(() -> listener.onProblem(what, problem));
  }

  void problem(String what, String reason) {
    problem(what, new IllegalStateException(reason));
  }

  private void notifyListener(Runnable call) {
    if (hasListener()) {
      thread.execute(() -> runIsolated(call));
    }
  }

  private static void runIsolated(Runnable call) {
    try {
      call.run();
    } catch (Throwable e) {
      LOG.log(Level.WARNING, "a listener threw", e);
    }
  }

  void close() {
    thread.shutdown();
  }
}
