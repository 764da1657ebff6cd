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
 * The HTTP clients for file hosts, one for each {@link NetworkScope}.
 *
 * <p>Each has its own connection pool: OkHttp reuses a pooled connection for every client that
 * shares the pool, whatever factory created its socket, so a connection to a private IP address
 * would be reused without a check. Of a client shared by the caller only TLS, DNS, protocols and,
 * in a scope with a proxy, the proxy are used: its interceptors may add an API key, and its event
 * listeners may log the signed URL. {@link ReportedCalls} reports the requests instead.
 */
final class FileHttpClients implements AutoCloseable {

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

  private final OkHttpClient base;
  private final Map<NetworkScope, OkHttpClient> clients = new ConcurrentHashMap<>();

  /**
   * Creates the settings of the clients.
   *
   * @param shared the client whose TLS settings, DNS and protocols are used; null for the defaults
   * @param userAgent sets the User-Agent of each request
   */
  FileHttpClients(@Nullable OkHttpClient shared, Interceptor userAgent) {
    OkHttpClient.Builder builder =
        shared == null ? new OkHttpClient.Builder() : shared.newBuilder();
    builder.interceptors().clear();
    builder.networkInterceptors().clear();
    base =
        builder
            .eventListenerFactory(call -> EventListener.NONE)
            // The threads of the shared dispatcher belong to the caller.
            .dispatcher(new Dispatcher())
            .authenticator(Authenticator.NONE)
            .cookieJar(CookieJar.NO_COOKIES)
            .cache(null)
            // RedirectFollower follows redirects, because it checks each URL.
            .followRedirects(false)
            .followSslRedirects(false)
            // Retries only after a dead pooled connection and with the next IP address of a host.
            .retryOnConnectionFailure(true)
            .connectTimeout(CONNECT_TIMEOUT)
            // StallDetector aborts stalled transfers; it uses the scheduler of the client.
            .readTimeout(Duration.ZERO)
            .callTimeout(Duration.ZERO)
            .addNetworkInterceptor(userAgent)
            .addNetworkInterceptor(FileHttpClients::suppressBuiltInRetry)
            .build();
  }

  /**
   * Prevents the immediate retry that OkHttp does for these two responses; FileDownload retries
   * them with a backoff.
   */
  private static Response suppressBuiltInRetry(Interceptor.Chain chain) throws IOException {
    Response response = chain.proceed(chain.request());
    String retryAfter = response.header("Retry-After");
    boolean retriedByLibrary =
        (response.code() == 503 && "0".equals(retryAfter))
            || (response.code() == 408 && retryAfter == null);
    // OkHttp does not retry if Retry-After is 1 s or more.
    return retriedByLibrary ? response.newBuilder().header("Retry-After", "1").build() : response;
  }

  OkHttpClient forScope(NetworkScope scope) {
    return clients.computeIfAbsent(scope, this::create);
  }

  private OkHttpClient create(NetworkScope scope) {
    OkHttpClient.Builder builder = base.newBuilder().connectionPool(new ConnectionPool());
    if (!scope.proxy()) {
      builder.proxy(Proxy.NO_PROXY);
    }
    // A proxy may be in a private network, and its own connections cannot be checked here.
    boolean publicOnly = !scope.proxy() && !scope.privateNetworks();
    return builder.socketFactory(new FileSocketFactory(publicOnly)).build();
  }

  @Override
  public void close() {
    for (OkHttpClient client : clients.values()) {
      client.connectionPool().evictAll();
    }
  }
}
