package io.github.videotasks.contract.bench.load;

/** Strategy to wait for many tasks. */
interface WaitStrategy extends AutoCloseable {

  /** Starts polling a task: at once, and again after an interval from each response. */
  void startWaiting(String id);

  @Override
  void close();
}
