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
 * @param onCall is told each call before it begins, so that it can be aborted
 */
record RedirectFollower(
    OkHttpClient client,
    DownloadUrlValidator urlValidator,
    Headers headers,
    Consumer<Call> onCall) {

  private static final int MAX_REDIRECTS = 5;

  /** Opens an address of an answer. The caller closes the response. */
  Response open(String address) throws IOException {
    HttpUrl url = HttpUrl.parse(address);
    if (url == null) {
      throw DownloadErrors.of(
          ErrorKind.URL_REFUSED,
          "expected an http(s) address of a file, found one that cannot be read");
    }
    return follow(url, 0);
  }

  /** Begins with a call of another client; where it redirects to is checked all the same. */
  Response open(Call first) throws IOException {
    Response response = send(first);
    return response.isRedirect() ? follow(redirectTarget(response), 1) : response;
  }

  private Response follow(HttpUrl start, int done) throws IOException {
    HttpUrl url = start;
    for (int hop = done; hop <= MAX_REDIRECTS; hop++) {
      urlValidator.check(url);
      Response response =
          send(client.newCall(new Request.Builder().url(url).headers(headers).build()));
      if (!response.isRedirect()) {
        return response;
      }
      url = redirectTarget(response);
    }
    throw DownloadErrors.urlRefused(
        url.host(),
        "expected at most " + MAX_REDIRECTS + " redirects, found more; give up this address");
  }

  private Response send(Call call) throws IOException {
    onCall.accept(call);
    return call.execute();
  }

  private static HttpUrl redirectTarget(Response response) {
    try (response) {
      return resolveRedirect(response.request().url(), response.header("Location"));
    }
  }

  /** Where a redirect leads; https stays https. */
  static HttpUrl resolveRedirect(HttpUrl from, @Nullable String location) {
    HttpUrl to = location == null ? null : from.resolve(location);
    if (to == null) {
      throw DownloadErrors.urlRefused(
          from.host(), "expected a redirect to an http(s) address, found another");
    }
    if (from.isHttps() && !to.isHttps()) {
      throw DownloadErrors.urlRefused(
          from.host(), "expected a redirect that keeps https, found http");
    }
    return to;
  }
}
