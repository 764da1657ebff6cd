package io.github.videotasks.ext;

import io.github.videotasks.ext.error.ErrorDetails;
import io.github.videotasks.ext.error.ErrorKind;
import io.github.videotasks.ext.error.VideoTasksException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * The operations of a client that have not ended. Closing completes their futures with an error of
 * kind CLOSED, so that no caller waits for ever.
 *
 * <p>The threads that run the operations are released only after the last start has returned and
 * every future has ended. So no operation starts on threads that are gone, and a caller in the
 * middle of a start gets the error of kind CLOSED instead of the error of a request without
 * threads.
 */
final class InFlightOperations {

  private final Runnable release;

  /** In the order of their start, in which a close ends them. Futures are compared by identity. */
  private final Set<CompletableFuture<?>> futures =
      Collections.synchronizedSet(new LinkedHashSet<>());

  private int activeStarts;
  private boolean closed;
  private boolean released;

  /**
   * Creates the registry without operations.
   *
   * @param release frees the threads of the operations; called once, at the end
   */
  InFlightOperations(Runnable release) {
    this.release = release;
  }

  /** Starts an operation; after the close, returns a future that failed with kind CLOSED. */
  @SuppressWarnings({
    "FutureReturnValueIgnored", // the callback is the end of the chain
    "CollectionUndefinedEquality" // futures are compared by identity
  })
  <T> CompletableFuture<T> track(Supplier<CompletableFuture<T>> start) {
    if (!tryEnter()) {
      return CompletableFuture.failedFuture(closedError());
    }
    try {
      CompletableFuture<T> future = start.get();
      futures.add(future);
      future.whenComplete((value, error) -> futures.remove(future));
      return future;
    } finally {
      exit();
    }
  }

  private synchronized boolean tryEnter() {
    if (closed) {
      return false;
    }
    activeStarts++;
    return true;
  }

  private void exit() {
    synchronized (this) {
      activeStarts--;
    }
    finishClose();
  }

  int count() {
    return futures.size();
  }

  void close() {
    synchronized (this) {
      closed = true;
    }
    finishClose();
  }

  /** After the close: ends all operations and, after the last start has returned, releases. */
  private void finishClose() {
    boolean last;
    synchronized (this) {
      if (!closed) {
        return;
      }
      last = activeStarts == 0 && !released;
      released |= last;
    }
    List<CompletableFuture<?>> rest = new ArrayList<>(futures);
    for (CompletableFuture<?> future : rest) {
      future.completeExceptionally(closedError());
    }
    if (last) {
      release.run();
    }
  }

  private static VideoTasksException closedError() {
    return VideoTasksException.of(
        "expected an open client, found it closed; keep it open until all tasks have ended",
        ErrorDetails.of(ErrorKind.CLOSED),
        null);
  }
}
