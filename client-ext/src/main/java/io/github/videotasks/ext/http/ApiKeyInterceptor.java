package io.github.videotasks.ext.http;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Adds the API key to requests to the gateway's origin, and removes it from all others.
 *
 * <p>It is the last network interceptor, so it sees the URL that the request is really sent to, and
 * loggers of a shared client do not see the key.
 */
record ApiKeyInterceptor(BaseUrl gateway, Secret key) implements Interceptor {

  @Override
  public Response intercept(Chain chain) throws IOException {
    Request request = chain.request();
    Request.Builder checked = request.newBuilder().removeHeader("Authorization");
    if (gateway.isSameOrigin(request.url())) {
      checked.header("Authorization", "Bearer " + key.nextValue());
    }
    return chain.proceed(checked.build());
  }
}
