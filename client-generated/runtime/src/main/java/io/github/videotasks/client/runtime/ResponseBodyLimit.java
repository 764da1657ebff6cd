package io.github.videotasks.client.runtime;

import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Converter;
import retrofit2.Retrofit;

/**
 * Limits the size of response bodies after decompression, so that a gateway, or a gzip bomb of a
 * few kilobytes, cannot fill the memory. A larger body is a {@link BodyTooLargeException}.
 *
 * <p>It limits at two places. As an interceptor of the HTTP client, see {@link #addTo}, it limits
 * every response. As the first converter factory it limits the successful responses of any HTTP
 * client; Retrofit reads error responses before a converter sees them.
 */
public final class ResponseBodyLimit extends Converter.Factory implements Interceptor {
  /** The default limit, 1 MiB: a few hundred times the size of real responses. */
  public static final long DEFAULT_BYTES = 1024L * 1024;

  private final long maxBytes;

  /**
   * Creates a limit.
   *
   * @param maxBytes the maximum number of bytes after decompression, positive
   * @throws IllegalArgumentException if it is not positive
   */
  public ResponseBodyLimit(long maxBytes) {
    if (maxBytes < 1) {
      throw new IllegalArgumentException("expected a positive maxResponseBytes, found " + maxBytes);
    }
    this.maxBytes = maxBytes;
  }

  /**
   * {@return a client that limits every response, also that of its interceptors}
   *
   * @param client shares its connections and threads with the result; not changed
   */
  public OkHttpClient addTo(OkHttpClient client) {
    OkHttpClient.Builder builder = client.newBuilder();
    builder.interceptors().add(0, this);
    return builder.build();
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Response response = chain.proceed(chain.request());
    return response.newBuilder().body(new LimitedBody(response.body(), maxBytes)).build();
  }

  @Override
  public Converter<ResponseBody, ?> responseBodyConverter(
      Type type, Annotation[] annotations, Retrofit retrofit) {
    Converter<ResponseBody, ?> next = retrofit.nextResponseBodyConverter(this, type, annotations);
    return body -> convert(next, body);
  }

  private @Nullable Object convert(Converter<ResponseBody, ?> next, ResponseBody body)
      throws IOException {
    try (ResponseBody limited = new LimitedBody(body, maxBytes)) {
      return next.convert(limited);
    }
  }
}
