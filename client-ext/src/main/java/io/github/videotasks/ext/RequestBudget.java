package io.github.videotasks.ext;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Counts what one question costs and stops at the maximum: the attempts, which may fail before a
 * request leaves, and the requests that really leave, those included that the HTTP library repeats
 * by itself (a 421).
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

  boolean isSpent() {
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
    Response response = chain.proceed(chain.request());
    // At once and without a pause the library would repeat this one; Question does it better.
    return response.code() == 503 && "0".equals(response.header("Retry-After"))
        ? response.newBuilder().removeHeader("Retry-After").build()
        : response;
  }
}
