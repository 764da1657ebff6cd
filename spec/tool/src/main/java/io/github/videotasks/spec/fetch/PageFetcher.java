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
 * Fetches one page over HTTP(S) with GET, without cookies, credentials or a proxy. Redirects are
 * followed one by one, so each is checked as the first address was.
 */
public final class PageFetcher {
  private final FetchLimits limits;
  private final OkHttpClient client;
  private final LongSupplier nanoTime;

  /** Prepares a fetch within the limits; a fetcher is used once. */
  public PageFetcher(FetchLimits limits) {
    this(limits, FetchAddressPolicy::isPublic, new OkHttpClient.Builder(), System::nanoTime);
  }

  /**
   * Prepares a fetch.
   *
   * @param open which addresses may be connected to, unless the limits allow all
   * @param base what the connections are made with
   * @param clock the time in ns from any start
   */
  PageFetcher(
      FetchLimits limits,
      Predicate<InetAddress> open,
      OkHttpClient.Builder base,
      LongSupplier clock) {
    this.limits = limits;
    this.nanoTime = clock;
    OkHttpClient.Builder builder =
        base.proxy(Proxy.NO_PROXY)
            .cookieJar(CookieJar.NO_COOKIES)
            .followRedirects(false)
            .followSslRedirects(false)
            .retryOnConnectionFailure(false)
            // Each step of a slow host is cut short; the time of the whole is set for each call.
            .connectTimeout(limits.timeout())
            .readTimeout(limits.timeout());
    if (!limits.allowPrivate()) {
      builder.socketFactory(new AddressCheckingSocketFactory(open));
    }
    this.client = builder.build();
  }

  /**
   * Fetches a page.
   *
   * @param address an http or https address without a user or password in it
   * @return the bytes, as they came
   * @throws RejectedInputException when the address or a redirect is refused, the answer is not
   *     200, too large or too late; no message holds more of an address than its host
   */
  public byte[] fetch(String address) {
    HttpUrl url = HttpUrl.parse(address);
    if (url == null) {
      throw refused("bad-address", "", "expected an http or https address", "Correct the address");
    }
    try {
      long start = nanoTime.getAsLong();
      for (int hop = 0; hop <= limits.maxRedirects(); hop++) {
        requireNoCredentials(url);
        try (Response answer = newCall(url, start).execute()) {
          if (!answer.isRedirect()) {
            return readBody(url, answer);
          }
          url = resolveRedirect(url, answer.header("Location"));
        }
      }
    } catch (NonPublicAddressException e) {
      throw refused(
          "private-address",
          url.host(),
          "expected a public address, found a private, loopback, link-local or reserved one",
          "Give --allow-private if the host is yours");
    } catch (InterruptedIOException e) {
      throw refused(
          "too-slow",
          url.host(),
          "expected an answer within " + limits.timeout().toMillis() + " ms, found none",
          "Try again, or import a file");
    } catch (IOException e) {
      throw refused(
          "not-fetched",
          url.host(),
          "expected an answer, found " + e.getClass().getSimpleName(),
          "Check the address and the network, or import a file");
    } finally {
      client.connectionPool().evictAll();
      client.dispatcher().executorService().shutdown();
    }
    throw refused(
        "redirects",
        url.host(),
        "expected at most " + limits.maxRedirects() + " redirects, found more",
        "Give the final address");
  }

  /** Redirects share one time limit: a host that sends us round must not hold us longer. */
  private Call newCall(HttpUrl url, long start) throws InterruptedIOException {
    long left = limits.timeout().toNanos() - (nanoTime.getAsLong() - start);
    if (left <= 0) {
      throw new InterruptedIOException("no time is left");
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
          "Give the final address");
    }
    return to;
  }

  private static void requireNoCredentials(HttpUrl url) {
    if (!url.encodedUsername().isEmpty() || !url.encodedPassword().isEmpty()) {
      throw refused(
          "bad-address",
          url.host(),
          "expected an address without a user or password",
          "Fetch the page yourself and import the file");
    }
  }

  private byte[] readBody(HttpUrl url, Response answer) throws IOException {
    if (answer.code() != 200) {
      throw refused(
          "not-fetched",
          url.host(),
          "expected status 200, found " + answer.code(),
          "Open the address in a browser, or import a file");
    }
    BufferedSource source = answer.body().source();
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
        new SourceLocation(host.isEmpty() ? "address" : MessageText.excerpt(host), 0),
        message,
        remedy);
  }
}
