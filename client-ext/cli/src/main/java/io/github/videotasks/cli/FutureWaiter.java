package io.github.videotasks.cli;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits for a result and meanwhile refreshes what is shown, all on the thread of the command. */
@FunctionalInterface
interface FutureWaiter {
  /** Time between two refreshes. */
  Duration INTERVAL = Duration.ofMillis(250);

  /**
   * Waits until a future is done.
   *
   * @param future the result
   * @param refresh run at once, then after each {@link #INTERVAL}, and once at the end
   * @throws ExecutionException if the future has completed exceptionally
   * @throws InterruptedException if the thread was interrupted; the future continues
   */
  <T> T await(CompletableFuture<T> future, Runnable refresh)
      throws ExecutionException, InterruptedException;

  /** Returns a waiter in real time. */
  static FutureWaiter ofSystem() {
    return new SystemWaiter();
  }

  /** Waits in real time. */
  final class SystemWaiter implements FutureWaiter {
    private SystemWaiter() {}

    @Override
    public <T> T await(CompletableFuture<T> future, Runnable refresh)
        throws ExecutionException, InterruptedException {
      while (true) {
        refresh.run();
        try {
          T result = future.get(INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
          refresh.run();
          return result;
        } catch (TimeoutException e) {
          // Refreshes again.
        }
      }
    }
  }
}
