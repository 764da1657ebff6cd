package io.github.videotasks.ext;

import io.github.videotasks.ext.error.ErrorDetails;
import io.github.videotasks.ext.error.ErrorKind;
import io.github.videotasks.ext.error.VideoTasksException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * What a client has begun and not ended, so that closing it leaves nobody waiting.
 *
 * <p>The threads below are released only after the last start has returned and every future has
 * ended. So nothing ever begins on threads that are gone, and whoever is in the middle of a start
 * hears that the client was closed instead of what becomes of a request without threads.
 */
final class InFlightOperations {

  private final Runnable release;

  /** Keys only tell the entries apart: futures have no equality of their own. */
  private final Map<Object, CompletableFuture<?>> futures = new ConcurrentHashMap<>();

  private int activeStarts;
  private boolean closed;
  private boolean released;

  /**
   * Begins empty.
   *
   * @param release frees what the futures run on; called once, at the end
   */
  InFlightOperations(Runnable release) {
    this.release = release;
  }

  /** Starts something, unless closed; then the future has failed with kind CLOSED. */
  @SuppressWarnings("FutureReturnValueIgnored") // the callback is the end of the chain
  <T> CompletableFuture<T> track(Supplier<CompletableFuture<T>> start) {
    if (!tryEnter()) {
      return CompletableFuture.failedFuture(closedError());
    }
    try {
      CompletableFuture<T> future = start.get();
      Object entry = new Object();
      futures.put(entry, future);
      future.whenComplete((value, error) -> futures.remove(entry));
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

  /** Once closed: ends what is open and, after the last start, releases. */
  private void finishClose() {
    boolean last;
    synchronized (this) {
      if (!closed) {
        return;
      }
      last = activeStarts == 0 && !released;
      released |= last;
    }
    List<CompletableFuture<?>> rest = new ArrayList<>(futures.values());
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
