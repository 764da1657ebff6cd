package io.github.videotasks.ext.http;

import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * State of one HTTP call, carried as a tag of its request: the interceptors write it, and the owner
 * of the call reads it. A converter sees only the body of a response; an error message also needs
 * the status and the headers.
 */
final class HttpExchange {

  private final AtomicInteger requestsSent = new AtomicInteger();
  private volatile @Nullable RequestBudget budget;
  private volatile @Nullable RawResponse response;

  /**
   * Returns the exchange of a request; null if it was not created by {@link TaggingCallFactory}.
   */
  static @Nullable HttpExchange of(Request request) {
    return request.tag(HttpExchange.class);
  }

  /** Counts the requests of this call against a budget. Call before the call is enqueued. */
  void use(RequestBudget value) {
    budget = value;
  }

  @Nullable RequestBudget budget() {
    return budget;
  }

  /** Counts one request that is about to be sent, and returns how many that makes. */
  int countRequest() {
    return requestsSent.incrementAndGet();
  }

  void complete(RawResponse value) {
    response = value;
  }

  /** Returns the response; null if none was received. */
  @Nullable RawResponse response() {
    return response;
  }
}
