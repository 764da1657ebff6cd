package io.github.videotasks.ext.http;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts what one {@link RetryingRequest} costs and stops at the maximum: its attempts, which may
 * fail before a request is sent, and the requests that are really sent, those included that OkHttp
 * repeats by itself.
 */
final class RequestBudget {

  private final int max;
  private final AtomicInteger attempts = new AtomicInteger();
  private final AtomicInteger sent = new AtomicInteger();

  RequestBudget(int max) {
    this.max = max;
  }

  void beginAttempt() {
    attempts.incrementAndGet();
  }

  /**
   * Counts a request that is about to be sent.
   *
   * @throws IOException if the maximum is already sent
   */
  void countRequest() throws IOException {
    if (sent.incrementAndGet() > max) {
      throw new IOException(
          "expected at most " + max + " requests for this call, found one more; raise maxRequests");
    }
  }

  /** Returns the larger of the two counts, never above the maximum. */
  int used() {
    return Math.min(Math.max(attempts.get(), sent.get()), max);
  }

  boolean isExhausted() {
    return used() >= max;
  }
}
