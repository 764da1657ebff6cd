package io.github.videotasks.contract.bench.load;

/** A way to wait for many tasks. */
interface Client extends AutoCloseable {

  /** Begins to ask for a task: at once, and then an interval after each answer. */
  void begin(String id);

  @Override
  void close();
}
