package io.github.videotasks.spec;

/** Hears how far a derivation has come. It may be called by several threads at once. */
@FunctionalInterface
public interface ProgressListener {
  /** Tells nobody. */
  ProgressListener NONE = (step, done, all) -> {};

  /**
   * Takes one more thing that is done.
   *
   * @param step what is being done, such as {@code reading pages}
   * @param done how many are done, from 1
   * @param all how many there are
   */
  void onProgress(String step, int done, int all);

  /** Takes note that nothing more comes, whether it went well or not. */
  default void onEnd() {}
}
