package io.github.videotasks.ext.http;

import io.github.videotasks.ext.download.Downloader;
import java.time.Duration;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.net.SocketFactory;
import okhttp3.Authenticator;
import okhttp3.ConnectionPool;
import okhttp3.CookieJar;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** Sets an OkHttpClient up for asking one gateway. */
public final class HttpClients {

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
  private static final Duration READ_TIMEOUT = Duration.ofSeconds(10);

  private static final long KEEP_ALIVE_MINUTES = 5;

  private HttpClients() {}

  /**
   * Makes a client.
   *
   * @param shared whose connections, proxy, TLS and interceptors are used; it stays unchanged. Null
   *     for a client of our own.
   * @param maxInFlight the most requests at a time
   * @param maxAnswerBytes the most bytes of an answer
   */
  public static OkHttpClient create(
      @Nullable OkHttpClient shared,
      BaseUrl gateway,
      Secret key,
      int maxInFlight,
      long maxAnswerBytes) {
    OkHttpClient.Builder builder =
        shared != null
            ? shared.newBuilder()
            : new OkHttpClient.Builder()
                .connectTimeout(CONNECT_TIMEOUT)
                .readTimeout(READ_TIMEOUT)
                // OkHttp's default keeps 5: more polls at a time would connect anew each time.
                .connectionPool(
                    new ConnectionPool(maxInFlight, KEEP_ALIVE_MINUTES, TimeUnit.MINUTES));
    if (shared == null || shared.socketFactory() == SocketFactory.getDefault()) {
      // Sockets of somebody's own are left as they are.
      builder.socketFactory(new BoundedSocketFactory(maxAnswerBytes));
    }
    return builder
        .dispatcher(dispatcher(maxInFlight))
        // The key would go along, and the address that a redirect names is nobody's promise.
        .followRedirects(false)
        .followSslRedirects(false)
        // Only for a kept connection that turns out to be dead; everything else is Question's.
        .retryOnConnectionFailure(true)
        // A login or a cookie of the shared client belongs to somebody else.
        .authenticator(Authenticator.NONE)
        .cookieJar(CookieJar.NO_COOKIES)
        // An answer from a cache is an old state of the task.
        .cache(null)
        .addNetworkInterceptor(RequestBudget.interceptor())
        .addNetworkInterceptor(new ApiKeyInterceptor(gateway, key))
        .build();
  }

  /**
   * The same client for the files that the gateway itself keeps: they are larger than any answer
   * and may take their time; what stalls is the download's to find. Its connections are its own, as
   * those for answers are bounded.
   */
  public static OkHttpClient forFiles(OkHttpClient asking) {
    OkHttpClient.Builder builder =
        asking
            .newBuilder()
            .connectionPool(new ConnectionPool())
            .readTimeout(Duration.ZERO)
            .callTimeout(Duration.ZERO);
    if (asking.socketFactory() instanceof BoundedSocketFactory) {
      builder.socketFactory(Downloader.gatewaySocketFactory());
    }
    return builder.build();
  }

  /** OkHttp's default of 5 requests a host would throttle a thousand waiting tasks. */
  private static Dispatcher dispatcher(int maxInFlight) {
    ThreadPoolExecutor threads =
        new ThreadPoolExecutor(
            0,
            Integer.MAX_VALUE,
            30,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            task -> {
              Thread thread = new Thread(task, "video-tasks-http");
              // A forgotten close() must not keep the process alive.
              thread.setDaemon(true);
              return thread;
            });
    Dispatcher dispatcher = new Dispatcher(threads);
    dispatcher.setMaxRequests(maxInFlight);
    dispatcher.setMaxRequestsPerHost(maxInFlight);
    return dispatcher;
  }
}
