package io.github.videotasks.ext.download;

import io.github.videotasks.ext.error.ErrorKind;
import java.io.IOException;
import java.util.function.Consumer;
import okhttp3.Call;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Opens an address and follows its redirects one by one, each checked as the first address was.
 *
 * @param underway is told each call before it begins, so that it can be aborted
 */
record Hops(OkHttpClient client, UrlRule rule, Headers headers, Consumer<Call> underway) {

  private static final int MOST = 5;

  /** Opens an address of an answer. The caller closes the response. */
  Response open(String address) throws IOException {
    HttpUrl url = HttpUrl.parse(address);
    if (url == null) {
      throw Problems.of(
          ErrorKind.ADDRESS_REFUSED,
          "expected an http(s) address of a file, found one that cannot be read");
    }
    return follow(url, 0);
  }

  /** Begins with a call of another client; where it redirects to is checked all the same. */
  Response open(Call first) throws IOException {
    Response response = sent(first);
    return response.isRedirect() ? follow(target(response), 1) : response;
  }

  private Response follow(HttpUrl start, int done) throws IOException {
    HttpUrl url = start;
    for (int hop = done; hop <= MOST; hop++) {
      rule.check(url);
      Response response =
          sent(client.newCall(new Request.Builder().url(url).headers(headers).build()));
      if (!response.isRedirect()) {
        return response;
      }
      url = target(response);
    }
    throw Problems.refused(
        url.host(), "expected at most " + MOST + " redirects, found more; give up this address");
  }

  private Response sent(Call call) throws IOException {
    underway.accept(call);
    return call.execute();
  }

  private static HttpUrl target(Response response) {
    try (response) {
      return next(response.request().url(), response.header("Location"));
    }
  }

  /** Where a redirect leads; https stays https. */
  static HttpUrl next(HttpUrl from, @Nullable String location) {
    HttpUrl to = location == null ? null : from.resolve(location);
    if (to == null) {
      throw Problems.refused(
          from.host(), "expected a redirect to an http(s) address, found another");
    }
    if (from.isHttps() && !to.isHttps()) {
      throw Problems.refused(from.host(), "expected a redirect that keeps https, found http");
    }
    return to;
  }
}
