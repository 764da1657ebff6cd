package io.github.videotasks.ext.polling;

import io.github.videotasks.ext.payload.TaskId;
import io.github.videotasks.ext.payload.TaskState;
import java.util.concurrent.CompletableFuture;

/** A wait that failed to start, for example because the client is closed. */
record FailedTaskWatch(TaskId id, CompletableFuture<TaskState> result) implements TaskWatch {

  @Override
  public WaitSnapshot snapshot() {
    throw new IllegalStateException(
        "task %s: expected a started wait, found one that failed to start; see result()"
            .formatted(id));
  }

  @Override
  public Timeline timeline() {
    return Timeline.EMPTY;
  }
}
