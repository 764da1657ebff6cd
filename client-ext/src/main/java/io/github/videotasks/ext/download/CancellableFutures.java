package io.github.videotasks.ext.download;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Two steps as one future. Unlike {@code thenCompose}, cancelling it cancels what is under way. */
final class CancellableFutures {

  private CancellableFutures() {}

  @SuppressWarnings("FutureReturnValueIgnored") // the callbacks are the ends of the chains
  static <A, B> CompletableFuture<B> compose(
      CompletableFuture<A> first, Function<A, CompletableFuture<B>> then) {
    CompletableFuture<B> both = new CompletableFuture<>();
    both.whenComplete((value, error) -> first.cancel(true));
    first.whenComplete(
        (value, error) -> {
          if (error != null) {
            both.completeExceptionally(unwrap(error));
          } else if (!both.isDone()) {
            startSecond(both, value, then);
          }
        });
    return both;
  }

  @SuppressWarnings("FutureReturnValueIgnored") // the callbacks are the ends of the chains
  private static <A, B> void startSecond(
      CompletableFuture<B> both, A value, Function<A, CompletableFuture<B>> then) {
    CompletableFuture<B> second;
    try {
      second = then.apply(value);
    } catch (RuntimeException e) {
      both.completeExceptionally(e);
      return;
    }
    both.whenComplete((end, error) -> second.cancel(true));
    second.whenComplete(
        (end, error) -> {
          if (error != null) {
            both.completeExceptionally(unwrap(error));
          } else {
            both.complete(end);
          }
        });
  }

  /** An error without the wrapping that a future puts around it. */
  static Throwable unwrap(@Nullable Throwable error) {
    Throwable cause = error instanceof CompletionException ? error.getCause() : error;
    return cause != null ? cause : new IllegalStateException("neither an answer nor an error");
  }
}
