package io.github.videotasks.ext.http;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Counts what one question costs and stops at the maximum: the attempts, which may fail before a
 * request leaves, and the requests that really leave, those included that the HTTP library repeats
 * by itself (on a kept connection that turns out to be dead, after a 421).
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

  /** The larger of the two counts, never above the maximum. */
  int used() {
    return Math.min(Math.max(attempts.get(), sent.get()), max);
  }

  boolean isExhausted() {
    return used() >= max;
  }

  /** Counts the requests that carry a budget. Must be a network interceptor. */
  static Interceptor interceptor() {
    return RequestBudget::count;
  }

  private static Response count(Interceptor.Chain chain) throws IOException {
    RequestBudget budget = chain.request().tag(RequestBudget.class);
    if (budget != null && budget.sent.incrementAndGet() > budget.max) {
      throw new IOException("the requests allowed for this call are spent: " + budget.max);
    }
    return preventLibraryRetry(chain.proceed(chain.request()));
  }

  /** At once and without a pause the library would repeat these two; Question does it better. */
  private static Response preventLibraryRetry(Response response) {
    String after = response.header("Retry-After");
    boolean repeated =
        (response.code() == 503 && "0".equals(after)) || (response.code() == 408 && after == null);
    // What keeps the library from it is a pause of a second.
    return repeated ? response.newBuilder().header("Retry-After", "1").build() : response;
  }
}
