package io.github.videotasks.ext;

import io.github.videotasks.ext.error.ErrorDetails;
import io.github.videotasks.ext.error.ErrorKind;
import io.github.videotasks.ext.error.VideoTasksException;
import io.github.videotasks.ext.payload.TaskState;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;

/** What a client has begun and not ended, so that closing it leaves nobody waiting. */
final class OpenFutures {

  /** Keys only tell the entries apart: futures have no equality of their own. */
  private final Map<Object, CompletableFuture<TaskState>> open = new ConcurrentHashMap<>();

  private volatile boolean closed;

  /** Starts something, unless closed; then the future has failed with kind CLOSED. */
  @SuppressWarnings("FutureReturnValueIgnored") // the callback is the end of the chain
  CompletableFuture<TaskState> track(Supplier<CompletableFuture<TaskState>> start) {
    if (closed) {
      return CompletableFuture.failedFuture(closedError());
    }
    CompletableFuture<TaskState> future;
    try {
      future = start.get();
    } catch (RejectedExecutionException e) {
      // Closed by another thread between the look above and now.
      return CompletableFuture.failedFuture(closedError());
    }
    Object entry = new Object();
    open.put(entry, future);
    future.whenComplete((state, error) -> open.remove(entry));
    if (closed) {
      future.completeExceptionally(closedError());
    }
    return future;
  }

  int count() {
    return open.size();
  }

  void close() {
    closed = true;
    for (CompletableFuture<TaskState> future : open.values()) {
      future.completeExceptionally(closedError());
    }
  }

  private static VideoTasksException closedError() {
    return VideoTasksException.of(
        "expected an open client, found it closed; keep it open until all tasks have ended",
        ErrorDetails.of(ErrorKind.CLOSED),
        null);
  }
}
