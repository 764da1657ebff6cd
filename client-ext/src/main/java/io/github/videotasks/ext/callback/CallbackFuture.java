package io.github.videotasks.ext.callback;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The view of a user on a future of the library. Its state is that of the source, so a thread that
 * blocks in {@link #get()} needs no callback thread; its dependent stages run as the last callback
 * of a {@link CallbackQueue}, never on the thread that completes the source. Completing or
 * cancelling the view completes or cancels the source.
 *
 * <p>{@link #get()} and {@link #join} return after the listener has been notified of all events
 * that precede the result.
 *
 * @param <T> type of the result
 */
public final class CallbackFuture<T> extends CompletableFuture<T>
    implements BiConsumer<@Nullable T, @Nullable Throwable> {

  private final CompletableFuture<T> source;
  private final CallbackQueue queue;

  private CallbackFuture(CompletableFuture<T> source, CallbackQueue queue) {
    this.source = source;
    this.queue = queue;
  }

  /**
   * {@return the view on a future}
   *
   * @param <T> type of the result
   * @param source the future of the library
   * @param queue runs the dependent stages, after the events that it already contains
   */
  @SuppressWarnings("FutureReturnValueIgnored") // the callback is the end of the chain
  public static <T> CompletableFuture<T> of(CompletableFuture<T> source, CallbackQueue queue) {
    CallbackFuture<T> view = new CallbackFuture<>(source, queue);
    source.whenComplete(view);
    return view;
  }

  /** Called by the source when it is done; publishes its result as the last callback. */
  @Override
  public void accept(@Nullable T value, @Nullable Throwable error) {
    queue.addEnd(
        () -> {
          if (error == null) {
            super.complete(value);
          } else {
            super.completeExceptionally(error);
          }
        });
  }

  @Override
  public T get() throws InterruptedException, ExecutionException {
    rejectOwnCallback();
    try {
      source.get();
    } catch (ExecutionException | CancellationException e) {
      // Thrown below.
    }
    queue.awaitEvents();
    return source.get();
  }

  @Override
  public T get(long timeout, TimeUnit unit)
      throws InterruptedException, ExecutionException, TimeoutException {
    long end = System.nanoTime() + unit.toNanos(timeout);
    try {
      source.get(timeout, unit);
    } catch (ExecutionException | CancellationException e) {
      // Thrown below.
    }
    queue.awaitEvents(end - System.nanoTime());
    return source.get();
  }

  @Override
  public T join() {
    rejectOwnCallback();
    boolean interrupted = false;
    try {
      source.join();
    } catch (CompletionException | CancellationException e) {
      // Thrown below.
    }
    for (boolean done = false; !done; ) {
      try {
        queue.awaitEvents();
        done = true;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return source.join();
  }

  private void rejectOwnCallback() {
    if (queue.isCurrent() && !source.isDone()) {
      throw new IllegalStateException(
          "expected a callback that returns, found it blocked on the result of its own wait or"
              + " download, which would never end; use a dependent stage such as thenAccept(…)");
    }
  }

  @Override
  public T getNow(T valueIfAbsent) {
    return source.getNow(valueIfAbsent);
  }

  /**
   * Returns the result, as in Java 19 and later.
   *
   * @return the result of the library's future
   * @throws IllegalStateException if the future is not done, failed or was cancelled
   */
  @SuppressWarnings("MissingOverride")
  public T resultNow() {
    if (!isDone() || isCompletedExceptionally()) {
      throw new IllegalStateException("expected a result, found " + source);
    }
    return source.join();
  }

  @Override
  public boolean isDone() {
    return source.isDone();
  }

  @Override
  public boolean isCancelled() {
    return source.isCancelled();
  }

  @Override
  public boolean isCompletedExceptionally() {
    return source.isCompletedExceptionally();
  }

  @Override
  public boolean complete(T value) {
    return source.complete(value);
  }

  @Override
  public boolean completeExceptionally(Throwable error) {
    return source.completeExceptionally(error);
  }

  @Override
  public CompletableFuture<T> completeAsync(Supplier<? extends T> supplier, Executor executor) {
    executor.execute(
        () -> {
          try {
            complete(supplier.get());
          } catch (RuntimeException | Error thrown) {
            completeExceptionally(thrown);
          }
        });
    return this;
  }

  @Override
  public boolean cancel(boolean mayInterruptIfRunning) {
    boolean cancelled = source.cancel(mayInterruptIfRunning);
    if (cancelled) {
      queue.dropEvents();
    }
    return cancelled;
  }

  /** Dependent futures are plain ones: only this one is a view. */
  @Override
  public <U> CompletableFuture<U> newIncompleteFuture() {
    return new CompletableFuture<>();
  }

  @Override
  public String toString() {
    return source.toString();
  }
}
