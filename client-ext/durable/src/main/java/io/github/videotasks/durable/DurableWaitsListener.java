package io.github.videotasks.durable;

import java.time.Duration;
import java.util.List;

/**
 * Hooks for metrics and logs of one node. They run on one thread of their own; reports are dropped
 * while 1,024 are queued.
 */
public interface DurableWaitsListener {

  /**
   * A batch of polls of one bucket.
   *
   * @param bucket the number of the bucket
   * @param late how late each poll of the batch began
   * @param ended the number of waits that ended with it
   * @param parked the polls without a response within the time slice; their steps are committed
   *     later
   * @param stale the steps that were not committed, because another node or call had changed the
   *     wait, or the database refused them; then {@link #onProblem} is called, too
   */
  record BatchReport(int bucket, List<Duration> late, int ended, int parked, int stale) {}

  /**
   * Called after the commit of a batch.
   *
   * @param report the numbers of the batch
   */
  default void onBatch(BatchReport report) {}

  /**
   * Called when this node takes over a bucket, because the node that ran it sent no heartbeat.
   *
   * @param bucket the number of the bucket
   * @param lostNode the name of the other node
   */
  default void onTakeover(int bucket, String lostNode) {}

  /**
   * Called when something failed. It is tried again later, except events that were deleted after
   * their retention. Problems of each poll of a gateway are reported once in ten seconds.
   *
   * @param what what failed, such as {@code bucket 12} or {@code step of chainhub/task_1}
   * @param problem the reason, and what to do if it does not end by itself
   */
  default void onProblem(String what, Throwable problem) {}

  /**
   * Returns a listener that does nothing.
   *
   * @return the default listener
   */
  static DurableWaitsListener none() {
    return NoListener.INSTANCE;
  }
}
