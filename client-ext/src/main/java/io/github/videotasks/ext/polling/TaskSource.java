package io.github.videotasks.ext.polling;

import io.github.videotasks.ext.payload.TaskId;
import io.github.videotasks.ext.payload.TaskState;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Where a wait gets its answers: one question to a gateway, or a script in a test. */
@FunctionalInterface
public interface TaskSource {

  /**
   * Asks once.
   *
   * @param id the task
   * @param limit the most time that the answer may take, always positive
   * @return the answer, or a {@link io.github.videotasks.ext.error.VideoTasksException}; cancelling
   *     it aborts the request
   */
  CompletableFuture<TaskState> fetch(TaskId id, Duration limit);

  /**
   * A word, without secrets, for how it asks, such as which of two endpoints: snapshots keep it, so
   * that a resumed wait asks in the same way. Empty if there is only one way.
   */
  default String endpoint() {
    return "";
  }
}
