package io.github.videotasks.ext.polling;

import io.github.videotasks.ext.error.VideoTasksException;
import io.github.videotasks.ext.payload.TaskState;
import org.jspecify.annotations.Nullable;

/**
 * What a wait remembers from one question to the next.
 *
 * @param polls the questions asked
 * @param errorsInRow the questions since the last answer that failed for a passing reason
 * @param notFoundInRow the questions since the last answer whose task was not known
 * @param last the last answer; null if there was none
 * @param lastError the last error; null if there was none
 */
record WaitMemory(
    int polls,
    int errorsInRow,
    int notFoundInRow,
    @Nullable TaskState last,
    @Nullable VideoTasksException lastError) {

  static final WaitMemory START = new WaitMemory(0, 0, 0, null, null);

  WaitMemory answered(TaskState state) {
    return new WaitMemory(polls + 1, 0, 0, state, lastError);
  }

  WaitMemory notFound(VideoTasksException error) {
    return new WaitMemory(polls + 1, errorsInRow, notFoundInRow + 1, last, error);
  }

  WaitMemory failed(VideoTasksException error) {
    return new WaitMemory(polls + 1, errorsInRow + 1, notFoundInRow, last, error);
  }
}
