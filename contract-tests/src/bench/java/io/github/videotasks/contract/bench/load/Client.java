package io.github.videotasks.contract.bench.load;

/** A way to wait for many tasks. */
interface Client extends AutoCloseable {

  /** Begins to ask for a task: at once, and then an interval after each answer. */
  void begin(String id);

  /** The tasks whose end was seen. */
  int ended();

  /** The lag of every question but the first of a task. */
  Lags lags();

  /** The questions that were answered. */
  long answered();

  @Override
  void close();
}
