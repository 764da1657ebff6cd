package io.github.videotasks.ext.simulation;

import io.github.videotasks.ext.error.ErrorKind;
import io.github.videotasks.ext.error.VideoTasksException;
import io.github.videotasks.ext.payload.TaskState;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** Names the ends of waits: the stage of the task, or the kind of the error. */
final class Outcomes {

  static final String CANCELLED = "cancelled by the caller";
  static final String CLOSED = ErrorKind.CLOSED.name();
  static final String TIMEOUT = ErrorKind.WAIT_TIMEOUT.name();

  private Outcomes() {}

  static String of(@Nullable TaskState state, @Nullable Throwable error) {
    if (state != null) {
      return state.stage().name();
    }
    Throwable cause = error instanceof CompletionException ? error.getCause() : error;
    if (cause instanceof CancellationException) {
      return CANCELLED;
    }
    return cause instanceof VideoTasksException known ? known.kind().name() : String.valueOf(cause);
  }
}
