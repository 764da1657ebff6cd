package io.github.videotasks.contract.http;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.ChainElement;
import org.apache.hc.client5.http.impl.DefaultRedirectStrategy;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * HTTP client whose responses have limits: the time and the body by {@link LimitedExchange}; the
 * status line, each header and each chunk extension by the length of a line; the number of headers.
 * It repeats no request.
 */
public final class LimitedHttpClient implements Closeable {

  private static final Timeout CONNECT_TIMEOUT = Timeout.ofSeconds(10);
  private static final int MAX_LINE_BYTES = 16_384;
  private static final int MAX_HEADERS = 200;

  private final ScheduledExecutorService timer;
  private final CloseableHttpClient client;

  /**
   * Creates a client that follows no redirects, because their target would receive the key.
   *
   * @param limits of one exchange
   */
  public LimitedHttpClient(ExchangeLimits limits) {
    this(limits, response -> {});
  }

  /**
   * Creates a client that follows no redirects, because their target would receive the key.
   *
   * @param limits of one exchange
   * @param observer is notified of each response within the limits, on the thread of the caller
   */
  public LimitedHttpClient(ExchangeLimits limits, Consumer<ReceivedResponse> observer) {
    this(limits, observer, HttpClientBuilder::disableRedirectHandling);
  }

  private LimitedHttpClient(
      ExchangeLimits limits,
      Consumer<ReceivedResponse> observer,
      Consumer<HttpClientBuilder> options) {
    timer =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "exchange-timer");
              thread.setDaemon(true);
              return thread;
            });
    HttpClientBuilder builder = builder(limits, new LimitedExchange(limits, timer, observer));
    options.accept(builder);
    client = builder.build();
  }

  /**
   * Creates a client that sends a bearer token with each request and follows redirects to the same
   * host only.
   *
   * @param limits of one exchange, with all its redirects
   * @param token null to send none
   * @return the client
   */
  public static LimitedHttpClient withToken(ExchangeLimits limits, @Nullable String token) {
    return new LimitedHttpClient(
        limits,
        response -> {},
        builder -> {
          builder.setRedirectStrategy(new SameHostRedirectStrategy());
          if (token != null) {
            builder.setDefaultHeaders(List.of(new BasicHeader("Authorization", "Bearer " + token)));
          }
        });
  }

  private static final class SameHostRedirectStrategy extends DefaultRedirectStrategy {
    @Override
    public boolean isRedirectAllowed(
        HttpHost current, HttpHost target, HttpRequest redirect, HttpContext context) {
      return target.getHostName().equalsIgnoreCase(current.getHostName())
          && (target.getSchemeName().equals("https")
              || target.getSchemeName().equals(current.getSchemeName()));
    }
  }

  private static HttpClientBuilder builder(ExchangeLimits limits, LimitedExchange exchange) {
    Http1Config lines =
        Http1Config.custom()
            .setMaxLineLength(MAX_LINE_BYTES)
            .setMaxHeaderCount(MAX_HEADERS)
            .build();
    // Longer than the total time, whose error names the option.
    Timeout response = Timeout.of(limits.totalTime().multipliedBy(2));
    return HttpClients.custom()
        .useSystemProperties()
        .disableAutomaticRetries()
        .addExecInterceptorFirst("limits", exchange)
        .addExecInterceptorAfter(
            ChainElement.COMPRESS.name(),
            "compressed-size",
            new CompressedSizeLimit(limits.maxBytes()))
        .setDefaultRequestConfig(RequestConfig.custom().setResponseTimeout(response).build())
        .setConnectionManager(
            PoolingHttpClientConnectionManagerBuilder.create()
                .useSystemProperties()
                .setConnectionFactory(
                    ManagedHttpClientConnectionFactory.builder().http1Config(lines).build())
                .setDefaultConnectionConfig(
                    ConnectionConfig.custom().setConnectTimeout(CONNECT_TIMEOUT).build())
                .build());
  }

  /** {@return the client; closed by {@link #close}} */
  public CloseableHttpClient client() {
    return client;
  }

  @Override
  public void close() throws IOException {
    timer.shutdownNow();
    client.close();
  }
}
