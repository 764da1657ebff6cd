package io.github.videotasks.contract.bench.load;

/** A way to wait for many tasks. */
interface WaitStrategy extends AutoCloseable {

  /** Begins to ask for a task: at once, and then an interval after each answer. */
  void startWaiting(String id);

  @Override
  void close();
}
