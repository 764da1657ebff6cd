package io.github.videotasks.ext.http;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;
import okhttp3.ResponseBody;

/**
 * Reads each response to its end or to the limit, before anything else sees it, and converts it to
 * UTF-8. The limit is on bytes after decompression, because a gzip bomb of a few kilobytes must not
 * fill the memory; and the connection is back in its pool before a callback runs, because a
 * callback may take its time.
 *
 * <p>An application interceptor: at a network interceptor the body is not decompressed yet.
 */
record ResponseLimitInterceptor(long maxBytes) implements Interceptor {

  /** A successful response has more bytes than allowed. */
  static final class ResponseTooLargeException extends IOException {

    private static final long serialVersionUID = 1L;

    ResponseTooLargeException(long maxBytes) {
      super(
          "response body: expected at most "
              + maxBytes
              + " bytes after decompression, found more; if such a response is right, raise"
              + " maxResponseBytes(…)");
    }
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Response response = chain.proceed(chain.request());
    RawResponse raw = read(response);
    HttpExchange exchange = HttpExchange.of(chain.call().request());
    if (exchange != null) {
      exchange.complete(raw);
    }
    if (!raw.complete() && response.isSuccessful()) {
      throw new ResponseTooLargeException(maxBytes);
    }
    ResponseBody body =
        ResponseBody.create(
            raw.source(), BodyCharset.utf8Type(response.body().contentType()), raw.body().size());
    return response.newBuilder().body(body).build();
  }

  private RawResponse read(Response response) throws IOException {
    try (response) {
      return RawResponse.read(response, maxBytes);
    } catch (RuntimeException e) {
      // OkHttp does not check everything that a server sends, such as a negative length.
      return RawResponse.withoutBody(response);
    }
  }
}
