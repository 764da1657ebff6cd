package io.github.videotasks.ext.time;

import java.time.Duration;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Pauses between retries of one request: exponential backoff with jitter, never shorter than {@code
 * Retry-After}.
 *
 * @param first pause after the first failure, positive
 * @param max the longest pause
 * @param maxRetryAfter the longest {@code Retry-After} that is obeyed
 */
public record ExponentialBackoff(Duration first, Duration max, Duration maxRetryAfter) {

  private static final int MAX_DOUBLINGS = 10;

  /**
   * {@return the next pause} It doubles with each failure up to the maximum; each time it is a
   * random part between half of that and all of it, so that many clients that failed together do
   * not come back together.
   *
   * @param failures in a row; 0 counts as 1
   * @param retryAfter value of {@code Retry-After}; null if the response has none
   * @param seed of the random part, different for each client and failure, such as {@link
   *     Scheduler#nanoTime}; with a virtual clock the pauses are therefore reproducible
   */
  public Duration delayAfter(int failures, @Nullable Duration retryAfter, long seed) {
    int doublings = Math.min(Math.max(failures - 1, 0), MAX_DOUBLINGS);
    long millis = Math.min(max.toMillis(), first.toMillis() << doublings);
    Duration pause = Duration.ofMillis(new SplittableRandom(seed).nextLong(millis / 2, millis + 1));
    if (retryAfter == null || retryAfter.compareTo(pause) <= 0) {
      return pause;
    }
    return retryAfter.compareTo(maxRetryAfter) > 0 ? maxRetryAfter : retryAfter;
  }
}
