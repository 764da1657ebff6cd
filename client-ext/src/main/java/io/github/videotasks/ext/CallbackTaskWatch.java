package io.github.videotasks.ext;

import io.github.videotasks.ext.payload.TaskId;
import io.github.videotasks.ext.payload.TaskState;
import io.github.videotasks.ext.polling.TaskWatch;
import io.github.videotasks.ext.polling.Timeline;
import io.github.videotasks.ext.polling.WaitSnapshot;
import java.util.concurrent.CompletableFuture;

/**
 * The view of a caller on a wait.
 *
 * @param watch the wait
 * @param result its result, whose dependent stages run as callbacks
 */
record CallbackTaskWatch(TaskWatch watch, CompletableFuture<TaskState> result)
    implements TaskWatch {

  @Override
  public TaskId id() {
    return watch.id();
  }

  @Override
  public WaitSnapshot snapshot() {
    return watch.snapshot();
  }

  @Override
  public Timeline timeline() {
    return watch.timeline();
  }
}
