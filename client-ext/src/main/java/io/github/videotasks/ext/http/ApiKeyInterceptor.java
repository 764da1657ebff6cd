package io.github.videotasks.ext.http;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Adds the API key to requests to the gateway's origin, and removes it from all others.
 *
 * <p>It is the last network interceptor, so it sees the URL that the request is really sent to. The
 * response that it returns belongs to the request without the key, so no interceptor of a shared
 * client sees the key, neither before nor after the request; {@link KeyHidingEventListener} hides
 * it from its event listeners.
 */
record ApiKeyInterceptor(BaseUrl gateway, Secret key) implements Interceptor {

  private static final String NAME = "Authorization";

  @Override
  public Response intercept(Chain chain) throws IOException {
    Request keyless = withoutKey(chain.request());
    if (!gateway.isSameOrigin(keyless.url())) {
      return chain.proceed(keyless);
    }
    Request signed = keyless.newBuilder().header(NAME, "Bearer " + key.nextValue()).build();
    return chain.proceed(signed).newBuilder().request(keyless).build();
  }

  static Request withoutKey(Request request) {
    return request.newBuilder().removeHeader(NAME).build();
  }
}
