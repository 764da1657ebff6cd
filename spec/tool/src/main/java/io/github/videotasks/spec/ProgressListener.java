package io.github.videotasks.spec;

/** Listener for the progress of a derivation. It may be called by several threads at once. */
@FunctionalInterface
public interface ProgressListener {
  /** A listener that does nothing. */
  ProgressListener NONE = (step, done, all) -> {};

  /**
   * Is called after each completed item of a step.
   *
   * @param step the name of the step, such as {@code reading pages}
   * @param done the number of completed items, from 1
   * @param all the total number of items
   */
  void onProgress(String step, int done, int all);

  /**
   * Is called at the beginning of each step of a command; the step before has ended.
   *
   * @param step the name of the step, such as {@code merging}
   */
  default void onStep(String step) {}

  /** Is called once at the end, after success and after failure. */
  default void onEnd() {}
}
