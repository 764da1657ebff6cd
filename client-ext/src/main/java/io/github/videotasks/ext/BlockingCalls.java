package io.github.videotasks.ext;

import io.github.videotasks.ext.error.ErrorDetails;
import io.github.videotasks.ext.error.ErrorKind;
import io.github.videotasks.ext.error.VideoTasksException;
import io.github.videotasks.ext.payload.TaskState;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** The blocking form of calls and waits: their errors are thrown without a wrapper. */
final class BlockingCalls {

  private BlockingCalls() {}

  static <T> T join(CompletableFuture<T> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      future.cancel(true);
      Thread.currentThread().interrupt();
      throw interruptedError(e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      if (e.getCause() instanceof Error cause) {
        throw cause;
      }
      throw new IllegalStateException(
          "expected an unchecked exception, found a checked one", e.getCause());
    }
  }

  /** Blocks as {@link #join}; the error of an interrupt reports the polls of the wait as well. */
  static TaskState joinWait(CompletableFuture<TaskState> wait) {
    boolean interrupted = false;
    try {
      wait.get();
    } catch (InterruptedException e) {
      interrupted = true;
      wait.completeExceptionally(interruptedError(e));
    } catch (ExecutionException e) {
      // The result is read below.
    }
    try {
      return join(wait);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static VideoTasksException interruptedError(InterruptedException cause) {
    return VideoTasksException.of(
        "interrupted while waiting for a task or download; the request was aborted",
        ErrorDetails.of(ErrorKind.INTERRUPTED),
        cause);
  }
}
