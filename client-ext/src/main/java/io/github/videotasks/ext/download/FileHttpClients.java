package io.github.videotasks.ext.download;

import java.io.IOException;
import java.net.Proxy;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.Authenticator;
import okhttp3.ConnectionPool;
import okhttp3.CookieJar;
import okhttp3.Dispatcher;
import okhttp3.EventListener;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP clients for file hosts, one for each reach.
 *
 * <p>Each has connections of its own: OkHttp hands a kept connection to any client that shares the
 * pool, whatever made its socket, so one that was opened to a private address would be taken
 * without a look. Of a client that the caller shares only TLS, name lookup and protocols are used:
 * its interceptors may add a key and its listeners may log the signed address.
 */
final class FileHttpClients implements AutoCloseable {

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

  private final OkHttpClient base;
  private final Map<NetworkScope, OkHttpClient> clients = new ConcurrentHashMap<>();

  FileHttpClients(@Nullable OkHttpClient shared) {
    OkHttpClient.Builder builder =
        shared == null ? new OkHttpClient.Builder() : shared.newBuilder();
    builder.interceptors().clear();
    builder.networkInterceptors().clear();
    base =
        builder
            .eventListenerFactory(call -> EventListener.NONE)
            // Its threads are the caller's: close() here must not end them.
            .dispatcher(new Dispatcher())
            .authenticator(Authenticator.NONE)
            .cookieJar(CookieJar.NO_COOKIES)
            .cache(null)
            // By hand, so that each step is checked.
            .followRedirects(false)
            .followSslRedirects(false)
            // Only for a kept connection that turns out to be dead, and the next address of a name.
            .retryOnConnectionFailure(true)
            .connectTimeout(CONNECT_TIMEOUT)
            // What stalls is found by Pulse, whose clock is the client's.
            .readTimeout(Duration.ZERO)
            .callTimeout(Duration.ZERO)
            .addNetworkInterceptor(FileHttpClients::suppressBuiltInRetry)
            .build();
  }

  /**
   * At once and without a pause the library would repeat these two; FileDownload does it better.
   */
  private static Response suppressBuiltInRetry(Interceptor.Chain chain) throws IOException {
    Response response = chain.proceed(chain.request());
    String after = response.header("Retry-After");
    boolean repeated =
        (response.code() == 503 && "0".equals(after)) || (response.code() == 408 && after == null);
    // What keeps the library from it is a pause of a second.
    return repeated ? response.newBuilder().header("Retry-After", "1").build() : response;
  }

  OkHttpClient forScope(NetworkScope reach) {
    return clients.computeIfAbsent(reach, this::create);
  }

  private OkHttpClient create(NetworkScope reach) {
    OkHttpClient.Builder builder = base.newBuilder().connectionPool(new ConnectionPool());
    if (!reach.proxy()) {
      builder.proxy(Proxy.NO_PROXY);
    }
    // A proxy may well stand in a private network; where it leads on no socket of ours can see.
    boolean publicOnly = !reach.proxy() && !reach.privateNetworks();
    return builder.socketFactory(new FileSocketFactory(publicOnly)).build();
  }

  @Override
  public void close() {
    for (OkHttpClient client : clients.values()) {
      client.connectionPool().evictAll();
    }
  }
}
