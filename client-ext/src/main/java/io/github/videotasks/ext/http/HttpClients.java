package io.github.videotasks.ext.http;

import io.github.videotasks.ext.time.DaemonThreads;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javax.net.SocketFactory;
import okhttp3.Authenticator;
import okhttp3.ConnectionPool;
import okhttp3.CookieJar;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;

/**
 * Connections, threads and switches of the OkHttpClient for one gateway; its interceptors are in
 * {@link GatewayClient}.
 */
final class HttpClients {

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
  private static final Duration READ_TIMEOUT = Duration.ofSeconds(10);

  private static final long KEEP_ALIVE_MINUTES = 5;

  private HttpClients() {}

  static OkHttpClient.Builder builder(GatewayClient.Config config) {
    OkHttpClient shared = config.sharedClient();
    OkHttpClient.Builder builder =
        shared != null
            ? shared.newBuilder()
            : new OkHttpClient.Builder()
                .connectTimeout(CONNECT_TIMEOUT)
                .readTimeout(READ_TIMEOUT)
                // OkHttp's default keeps 5: more polls at a time would connect anew each time.
                .connectionPool(
                    new ConnectionPool(config.maxInFlight(), KEEP_ALIVE_MINUTES, TimeUnit.MINUTES));
    if (shared == null || shared.socketFactory() == SocketFactory.getDefault()) {
      // A socket factory of the user's own stays.
      builder.socketFactory(new BoundedSocketFactory(config.maxResponseBytes()));
    }
    if (shared != null) {
      builder.eventListenerFactory(KeyHidingEventListener.factory(shared.eventListenerFactory()));
    }
    return builder
        .dispatcher(dispatcher(config.maxInFlight()))
        // The API key would be sent along to the host that a redirect names.
        .followRedirects(false)
        .followSslRedirects(false)
        // For a kept connection that turns out to be dead; RequestCountInterceptor stops it for
        // methods other than GET and HEAD. All other retries are RetryingRequest's.
        .retryOnConnectionFailure(true)
        // A login or a cookie of the shared client belongs to other hosts.
        .authenticator(Authenticator.NONE)
        .cookieJar(CookieJar.NO_COOKIES)
        // A cached response is an old state of the task.
        .cache(null);
  }

  /** OkHttp's default of 5 requests a host would throttle a thousand waiting tasks. */
  private static Dispatcher dispatcher(int maxInFlight) {
    Dispatcher dispatcher =
        new Dispatcher(DaemonThreads.pool("video-tasks-http", Integer.MAX_VALUE, 30));
    dispatcher.setMaxRequests(maxInFlight);
    dispatcher.setMaxRequestsPerHost(maxInFlight);
    return dispatcher;
  }
}
