package io.github.videotasks.ext.polling;

import io.github.videotasks.ext.payload.TaskId;
import io.github.videotasks.ext.payload.TaskState;
import java.util.concurrent.CompletableFuture;

/** A wait that could not begin, such as with a client that is closed. */
record FailedTaskWatch(TaskId id, CompletableFuture<TaskState> result) implements TaskWatch {

  @Override
  public WaitSnapshot snapshot() {
    throw new IllegalStateException("expected a wait that has begun, found one that could not");
  }

  @Override
  public Timeline timeline() {
    return Timeline.EMPTY;
  }
}
