package io.github.videotasks.cli;

import org.jspecify.annotations.Nullable;

/** What a command shows and stores while it waits, on the thread of the command. */
interface ProgressView {
  /** Shows and stores the progress. */
  void refresh();

  /**
   * Called when the result or an error is there.
   *
   * @param error why there is no result; null if there is one
   */
  default void ended(@Nullable Throwable error) {}

  /**
   * Called after Ctrl-C, before anything is cancelled: stores the state and says how to continue.
   */
  void interrupted();
}
