package io.github.videotasks.ext.http;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Adds the key to a request that goes to the gateway, and to no other.
 *
 * <p>It is the last network interceptor, so it sees the address that is really asked, and loggers
 * that a shared client brings along do not see the key.
 */
record ApiKeyInterceptor(BaseUrl gateway, Secret key) implements Interceptor {

  @Override
  public Response intercept(Chain chain) throws IOException {
    Request request = chain.request();
    Request.Builder checked = request.newBuilder().removeHeader("Authorization");
    if (gateway.isSameOrigin(request.url())) {
      checked.header("Authorization", "Bearer " + key.value());
    }
    return chain.proceed(checked.build());
  }
}
