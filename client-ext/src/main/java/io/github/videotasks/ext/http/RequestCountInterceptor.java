package io.github.videotasks.ext.http;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Counts the requests that are really sent, and stops those that must not be: requests beyond the
 * budget of a call, and any second request of a method that is not GET or HEAD. OkHttp repeats a
 * request by itself on a kept connection that turns out to be dead, after a 408, after a 503 with
 * {@code Retry-After: 0} and after a 421; a repeated create would be paid twice.
 *
 * <p>A network interceptor, because only those see what OkHttp repeats.
 */
final class RequestCountInterceptor implements Interceptor {

  @Override
  public Response intercept(Chain chain) throws IOException {
    Request request = chain.request();
    // Of the call, not of the request: an interceptor of a shared client may build a new request.
    HttpExchange exchange = HttpExchange.of(chain.call().request());
    if (exchange != null) {
      boolean isRepetition = exchange.countRequest() > 1;
      if (isRepetition && !isSafe(request.method())) {
        throw new IOException(
            "expected to send one "
                + request.method()
                + " request, found a second attempt; it is never repeated, so check at the gateway"
                + " whether the first took effect");
      }
      RequestBudget budget = exchange.budget();
      if (budget != null) {
        budget.countRequest();
      }
    }
    return preventRetryByOkHttp(chain.proceed(request));
  }

  /** RFC 9110, 9.2.1: these two change nothing at the server. */
  private static boolean isSafe(String method) {
    return method.equals("GET") || method.equals("HEAD");
  }

  /**
   * OkHttp would repeat these two at once and without a pause; {@link RetryingRequest} repeats with
   * a pause. OkHttp does not repeat if Retry-After is one second.
   */
  private static Response preventRetryByOkHttp(Response response) {
    String after = response.header("Retry-After");
    boolean repeated =
        (response.code() == 503 && "0".equals(after)) || (response.code() == 408 && after == null);
    return repeated ? response.newBuilder().header("Retry-After", "1").build() : response;
  }
}
