package io.github.videotasks.ext.download;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Several futures as one, which ends when all have ended; cancelling it cancels them. */
final class CancellableAllOf {

  private CancellableAllOf() {}

  @SuppressWarnings("FutureReturnValueIgnored") // the callbacks are the ends of the chains
  static <T> CompletableFuture<List<T>> allOf(List<CompletableFuture<T>> parts) {
    CompletableFuture<List<T>> all = new CompletableFuture<>();
    all.whenComplete((values, error) -> parts.forEach(part -> part.cancel(true)));
    CompletableFuture.allOf(parts.toArray(CompletableFuture[]::new))
        .whenComplete((nothing, error) -> settle(all, parts));
    return all;
  }

  private static <T> void settle(CompletableFuture<List<T>> all, List<CompletableFuture<T>> parts) {
    List<T> values = new ArrayList<>();
    List<Throwable> errors = new ArrayList<>();
    for (CompletableFuture<T> part : parts) {
      part.handle((value, error) -> error == null ? values.add(value) : errors.add(error)).join();
    }
    if (errors.isEmpty()) {
      all.complete(List.copyOf(values));
      return;
    }
    Throwable first = CancellableFutures.unwrap(errors.get(0));
    errors.stream().skip(1).forEach(other -> first.addSuppressed(CancellableFutures.unwrap(other)));
    all.completeExceptionally(first);
  }
}
