package io.github.videotasks.ext.download;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Combines futures so that cancelling the combined future also cancels its sources. {@code
 * thenCompose} and {@code allOf} of {@link CompletableFuture} leave the sources running.
 */
final class CancellableFutures {

  private CancellableFutures() {}

  /** Runs a second operation with the value of the first; like {@code thenCompose}. */
  @SuppressWarnings("FutureReturnValueIgnored") // the callbacks are the ends of the chains
  static <A, B> CompletableFuture<B> compose(
      CompletableFuture<A> first, Function<A, CompletableFuture<B>> then) {
    CompletableFuture<B> composed = new CompletableFuture<>();
    composed.whenComplete((value, error) -> first.cancel(true));
    first.whenComplete(
        (value, error) -> {
          if (error != null) {
            composed.completeExceptionally(unwrap(error));
          } else if (!composed.isDone()) {
            startSecond(composed, value, then);
          }
        });
    return composed;
  }

  @SuppressWarnings("FutureReturnValueIgnored") // the callbacks are the ends of the chains
  private static <A, B> void startSecond(
      CompletableFuture<B> composed, A value, Function<A, CompletableFuture<B>> then) {
    CompletableFuture<B> second;
    try {
      second = then.apply(value);
    } catch (RuntimeException e) {
      composed.completeExceptionally(e);
      return;
    }
    composed.whenComplete((result, error) -> second.cancel(true));
    second.whenComplete(
        (result, error) -> {
          if (error != null) {
            composed.completeExceptionally(unwrap(error));
          } else {
            composed.complete(result);
          }
        });
  }

  /**
   * Returns a future with the values of all futures, in order. It completes when all futures have
   * completed; if several fail, the errors of the others are suppressed exceptions of the first.
   */
  @SuppressWarnings("FutureReturnValueIgnored") // the callbacks are the ends of the chains
  static <T> CompletableFuture<List<T>> allOf(List<CompletableFuture<T>> futures) {
    CompletableFuture<List<T>> all = new CompletableFuture<>();
    all.whenComplete((values, error) -> futures.forEach(future -> future.cancel(true)));
    CompletableFuture.allOf(futures.toArray(CompletableFuture[]::new))
        .whenComplete((nothing, error) -> completeAll(all, futures));
    return all;
  }

  private static <T> void completeAll(
      CompletableFuture<List<T>> all, List<CompletableFuture<T>> futures) {
    List<T> values = new ArrayList<>();
    List<Throwable> errors = new ArrayList<>();
    for (CompletableFuture<T> future : futures) {
      future.handle((value, error) -> error == null ? values.add(value) : errors.add(error)).join();
    }
    if (errors.isEmpty()) {
      all.complete(List.copyOf(values));
      return;
    }
    Throwable first = unwrap(errors.get(0));
    errors.stream().skip(1).forEach(other -> first.addSuppressed(unwrap(other)));
    all.completeExceptionally(first);
  }

  /** Returns an error without the {@link CompletionException} that a future adds. */
  static Throwable unwrap(@Nullable Throwable error) {
    Throwable cause = error instanceof CompletionException ? error.getCause() : error;
    return cause != null
        ? cause
        : new IllegalStateException("expected a value or an error, found neither");
  }
}
