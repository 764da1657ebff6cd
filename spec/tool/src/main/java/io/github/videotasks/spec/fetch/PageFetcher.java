package io.github.videotasks.spec.fetch;

import io.github.videotasks.spec.finding.RejectedInputException;
import io.github.videotasks.spec.finding.SourceLocation;
import io.github.videotasks.spec.page.MessageText;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import javax.net.SocketFactory;
import okhttp3.Call;
import okhttp3.CookieJar;
import okhttp3.Dns;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okio.Buffer;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/**
 * Fetches one page over HTTP(S) with GET, without cookies or credentials, and without a proxy
 * unless requested. It follows redirects itself, so that each URL passes the same checks as the
 * first one.
 */
final class PageFetcher {
  private final FetchLimits limits;
  private final ReceivedBytes received;
  private final Predicate<InetAddress> allowed;
  private final ProxySelector proxies;
  private final OkHttpClient client;
  private final LongSupplier nanoTime;

  /**
   * Creates a fetcher for one fetch.
   *
   * @param limits the limits of the fetch
   */
  PageFetcher(FetchLimits limits) {
    this(
        limits,
        FetchAddressPolicy::isPublic,
        ProxySelector.getDefault(),
        new OkHttpClient.Builder(),
        System::nanoTime);
  }

  /**
   * Creates a fetcher for one fetch.
   *
   * @param limits the limits of the fetch
   * @param allowed accepts the IP addresses to connect to; not used when the limits allow all
   * @param proxies selects the proxy; not used when the limits exclude one
   * @param base the settings of the HTTP client
   * @param nanoTime the clock, in ns from any origin
   */
  PageFetcher(
      FetchLimits limits,
      Predicate<InetAddress> allowed,
      ProxySelector proxies,
      OkHttpClient.Builder base,
      LongSupplier nanoTime) {
    this.limits = limits;
    this.received = new ReceivedBytes(limits.maxBytes());
    this.allowed = limits.allowPrivate() ? address -> true : allowed;
    this.proxies = proxies;
    this.nanoTime = nanoTime;
    this.client =
        base.proxy(Proxy.NO_PROXY)
            .socketFactory(new FetchSocketFactory(this.allowed, received))
            .dns(new TimeLimitedDns(Dns.SYSTEM, limits.timeout()))
            // Over HTTP/2 another thread reads ahead, and headers have no limit.
            .protocols(List.of(Protocol.HTTP_1_1))
            .cookieJar(CookieJar.NO_COOKIES)
            .followRedirects(false)
            .followSslRedirects(false)
            .retryOnConnectionFailure(false)
            .addNetworkInterceptor(PageFetcher::suppressRetry)
            // Limits for a single step; the limit for the whole fetch is set on each call.
            .connectTimeout(limits.timeout())
            .readTimeout(limits.timeout())
            .build();
  }

  /** OkHttp repeats a request at once after status 503 with {@code Retry-After: 0}. */
  private static Response suppressRetry(Interceptor.Chain chain) throws IOException {
    return chain.proceed(chain.request()).newBuilder().removeHeader("Retry-After").build();
  }

  /**
   * Fetches a page.
   *
   * @param pageUrl an http or https URL without user or password
   * @return the bytes of the response body
   * @throws RejectedInputException when the URL or a redirect is refused, or the response has a
   *     status other than 200, is too large or not HTTP; no message contains more of a URL than its
   *     host, because a query may contain a signature
   * @throws UnresponsiveHostException when the host cannot be reached, or takes too long
   */
  byte[] fetch(String pageUrl) {
    return Objects.requireNonNull(fetch(pageUrl, PageValidators.NONE).body());
  }

  /**
   * Fetches a page unless it has the state that the validators describe.
   *
   * @param pageUrl an http or https URL without user or password
   * @param known the validators of an earlier response
   * @throws RejectedInputException under the conditions of {@link #fetch(String)}
   */
  FetchResponse fetch(String pageUrl, PageValidators known) {
    HttpUrl url = HttpUrl.parse(pageUrl);
    if (url == null) {
      throw refused(
          "bad-address",
          "",
          "expected an http or https URL, found another text",
          "Correct the URL");
    }
    try {
      long start = nanoTime.getAsLong();
      for (int redirects = 0; redirects <= limits.maxRedirects(); redirects++) {
        requireNoCredentials(url);
        Headers conditions = known.requestHeaders(url);
        try (Response response = newCall(url, conditions, start).execute()) {
          if (response.code() == 304 && conditions.size() > 0) {
            return new FetchResponse(url.toString(), null, known);
          }
          if (!response.isRedirect()) {
            PageValidators next = PageValidators.of(url, response.headers());
            return new FetchResponse(url.toString(), readBody(url, response), next);
          }
          url = resolveRedirect(url, response.header("Location"));
        }
      }
    } catch (NonPublicAddressException e) {
      throw refused(
          "private-address",
          url.host(),
          "expected a public IP address, found a private, loopback, link-local or reserved one",
          "Pass --allow-private if you trust the host");
    } catch (IOException e) {
      throw failure(url, e);
    } finally {
      client.connectionPool().evictAll();
      client.dispatcher().executorService().shutdown();
    }
    throw refused(
        "redirects",
        url.host(),
        "expected at most " + limits.maxRedirects() + " redirects, found more",
        "Pass the final URL");
  }

  /** All redirects share one time limit, so that a redirect loop cannot prolong the fetch. */
  private Call newCall(HttpUrl url, Headers conditions, long start) throws IOException {
    long left = limits.timeout().toNanos() - (nanoTime.getAsLong() - start);
    if (left <= 0) {
      throw new InterruptedIOException("time limit exceeded");
    }
    Call call = clientFor(url).newCall(new Request.Builder().url(url).headers(conditions).build());
    call.timeout().timeout(left, TimeUnit.NANOSECONDS);
    return call;
  }

  /** Only an HTTP proxy is used: OkHttp creates the sockets for a SOCKS proxy itself. */
  private OkHttpClient clientFor(HttpUrl url) throws IOException {
    if (!limits.proxy()) {
      return client;
    }
    for (Proxy proxy : proxies.select(url.uri())) {
      if (proxy.type() == Proxy.Type.HTTP) {
        if (isIpAddress(url.host()) && !allowed.test(InetAddress.getByName(url.host()))) {
          throw new NonPublicAddressException();
        }
        // The proxy itself is usually in the private network.
        SocketFactory sockets = new FetchSocketFactory(address -> true, received);
        return client.newBuilder().proxy(proxy).socketFactory(sockets).build();
      }
    }
    return client;
  }

  /** OkHttp writes every IP address in its usual form, and no host name ends in a digit. */
  private static boolean isIpAddress(String host) {
    return host.contains(":") || Character.isDigit(host.charAt(host.length() - 1));
  }

  private RejectedInputException failure(HttpUrl url, IOException e) {
    if (received.isExceeded()) {
      return refused(
          "too-large",
          url.host(),
          "expected at most " + limits.maxBytes() + " bytes, found a response without an end",
          "Import a file");
    }
    if (e instanceof InterruptedIOException || e instanceof TimeLimitedDns.DnsTimeoutException) {
      return unresponsive(
          "too-slow",
          url.host(),
          "expected a response within " + limits.timeout().toMillis() + " ms, found none",
          "Try again, or import a file");
    }
    String found = "expected a response, found " + e.getClass().getSimpleName();
    String remedy = "Check the URL and the network, or import a file";
    return received.isEmpty()
        ? unresponsive("not-fetched", url.host(), found, remedy)
        : refused("not-fetched", url.host(), found, remedy);
  }

  private static RejectedInputException unresponsive(
      String rule, String host, String message, String remedy) {
    return new UnresponsiveHostException(refused(rule, host, message, remedy).finding());
  }

  private HttpUrl resolveRedirect(HttpUrl from, @Nullable String location) {
    HttpUrl to = location == null ? null : from.resolve(location);
    if (to == null || (from.isHttps() && !to.isHttps())) {
      throw refused(
          "redirects",
          from.host(),
          "expected a redirect to http or https that keeps https, found another",
          "Pass the final URL");
    }
    return to;
  }

  private static void requireNoCredentials(HttpUrl url) {
    if (!url.encodedUsername().isEmpty() || !url.encodedPassword().isEmpty()) {
      throw refused(
          "bad-address",
          url.host(),
          "expected a URL without user or password, found credentials",
          "Fetch the page yourself and import the file");
    }
  }

  private byte[] readBody(HttpUrl url, Response response) throws IOException {
    if (response.code() != 200) {
      throw refused(
          "not-fetched",
          url.host(),
          "expected status 200, found " + response.code(),
          "Open the URL in a browser, or import a file");
    }
    BufferedSource source = response.body().source();
    Buffer read = new Buffer();
    while (read.size() <= limits.maxBytes()) {
      if (source.read(read, limits.maxBytes() + 1L - read.size()) == -1) {
        return read.readByteArray();
      }
    }
    throw refused(
        "too-large",
        url.host(),
        "expected at most " + limits.maxBytes() + " bytes, found more",
        "Split the page");
  }

  private static RejectedInputException refused(
      String rule, String host, String message, String remedy) {
    return new RejectedInputException(
        rule,
        new SourceLocation(host.isEmpty() ? "URL" : MessageText.excerpt(host), 0),
        message,
        remedy);
  }
}
