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
final class OpenFutures {

  private final Runnable release;

  /** Keys only tell the entries apart: futures have no equality of their own. */
  private final Map<Object, CompletableFuture<?>> open = new ConcurrentHashMap<>();

  private int starting;
  private boolean closed;
  private boolean released;

  /**
   * Begins empty.
   *
   * @param release frees what the futures run on; called once, at the end
   */
  OpenFutures(Runnable release) {
    this.release = release;
  }

  /** Starts something, unless closed; then the future has failed with kind CLOSED. */
  @SuppressWarnings("FutureReturnValueIgnored") // the callback is the end of the chain
  <T> CompletableFuture<T> track(Supplier<CompletableFuture<T>> start) {
    if (!begin()) {
      return CompletableFuture.failedFuture(closedError());
    }
    try {
      CompletableFuture<T> future = start.get();
      Object entry = new Object();
      open.put(entry, future);
      future.whenComplete((value, error) -> open.remove(entry));
      return future;
    } finally {
      end();
    }
  }

  private synchronized boolean begin() {
    if (closed) {
      return false;
    }
    starting++;
    return true;
  }

  private void end() {
    synchronized (this) {
      starting--;
    }
    finish();
  }

  int count() {
    return open.size();
  }

  void close() {
    synchronized (this) {
      closed = true;
    }
    finish();
  }

  /** Once closed: ends what is open and, after the last start, releases. */
  private void finish() {
    boolean last;
    synchronized (this) {
      if (!closed) {
        return;
      }
      last = starting == 0 && !released;
      released |= last;
    }
    List<CompletableFuture<?>> rest = new ArrayList<>(open.values());
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
