package io.github.videotasks.spec.fetch;

import io.github.videotasks.spec.finding.RejectedInputException;
import io.github.videotasks.spec.finding.SourceLocation;
import io.github.videotasks.spec.page.MessageText;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.Proxy;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import okhttp3.Call;
import okhttp3.CookieJar;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okio.Buffer;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/**
 * Fetches one page over HTTP(S) with GET, without cookies, credentials or a proxy. It follows
 * redirects itself, so that each URL passes the same checks as the first one.
 */
public final class PageFetcher {
  private final FetchLimits limits;
  private final OkHttpClient client;
  private final LongSupplier nanoTime;

  /**
   * Creates a fetcher for one fetch.
   *
   * @param limits the limits of the fetch
   */
  public PageFetcher(FetchLimits limits) {
    this(limits, FetchAddressPolicy::isPublic, new OkHttpClient.Builder(), System::nanoTime);
  }

  /**
   * Creates a fetcher for one fetch.
   *
   * @param limits the limits of the fetch
   * @param allowed accepts the IP addresses to connect to; not used when the limits allow all
   * @param base the settings of the HTTP client
   * @param nanoTime the clock, in ns from any origin
   */
  PageFetcher(
      FetchLimits limits,
      Predicate<InetAddress> allowed,
      OkHttpClient.Builder base,
      LongSupplier nanoTime) {
    this.limits = limits;
    this.nanoTime = nanoTime;
    OkHttpClient.Builder builder =
        base.proxy(Proxy.NO_PROXY)
            .cookieJar(CookieJar.NO_COOKIES)
            .followRedirects(false)
            .followSslRedirects(false)
            .retryOnConnectionFailure(false)
            // Limits for a single step; the limit for the whole fetch is set on each call.
            .connectTimeout(limits.timeout())
            .readTimeout(limits.timeout());
    if (!limits.allowPrivate()) {
      builder.socketFactory(new AddressCheckingSocketFactory(allowed));
    }
    this.client = builder.build();
  }

  /**
   * Fetches a page.
   *
   * @param pageUrl an http or https URL without user or password
   * @return the bytes of the response body
   * @throws RejectedInputException when the URL or a redirect is refused, or the response has a
   *     status other than 200, is too large or takes too long; no message contains more of a URL
   *     than its host, because a query may contain a signature
   */
  public byte[] fetch(String pageUrl) {
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
        try (Response response = newCall(url, start).execute()) {
          if (!response.isRedirect()) {
            return readBody(url, response);
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
    } catch (InterruptedIOException e) {
      throw refused(
          "too-slow",
          url.host(),
          "expected a response within " + limits.timeout().toMillis() + " ms, found none",
          "Try again, or import a file");
    } catch (IOException e) {
      throw refused(
          "not-fetched",
          url.host(),
          "expected a response, found " + e.getClass().getSimpleName(),
          "Check the URL and the network, or import a file");
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
  private Call newCall(HttpUrl url, long start) throws InterruptedIOException {
    long left = limits.timeout().toNanos() - (nanoTime.getAsLong() - start);
    if (left <= 0) {
      throw new InterruptedIOException("time limit exceeded");
    }
    Call call = client.newCall(new Request.Builder().url(url).build());
    call.timeout().timeout(left, TimeUnit.NANOSECONDS);
    return call;
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
