package io.github.videotasks.ext.polling;

import io.github.videotasks.ext.payload.TaskState;

/** Hears how a task goes on. */
@FunctionalInterface
public interface TaskListener {

  /**
   * Called with the first answer and with each that differs from the one before in stage, status
   * word or progress; one call at a time, on the thread of the answer. An exception ends the wait
   * with it.
   */
  void changed(TaskState state);

  /** Hears nothing. */
  static TaskListener none() {
    return state -> {};
  }
}
