package io.github.videotasks.ext.download;

import io.github.videotasks.ext.error.ErrorKind;
import io.github.videotasks.ext.telemetry.RequestOperation;
import java.io.IOException;
import okhttp3.Call;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Requests a URL and follows its redirects one by one. Every redirect target is checked in the same
 * way as the first URL.
 */
record RedirectFollower(
    OkHttpClient client, DownloadUrlValidator urlValidator, Headers headers, ReportedCalls calls) {

  private static final int MAX_REDIRECTS = 5;

  /** Requests a URL of a task. The caller closes the response. */
  Response open(String fileUrl) throws IOException {
    HttpUrl url = HttpUrl.parse(fileUrl);
    if (url == null) {
      throw DownloadErrors.of(
          ErrorKind.URL_REFUSED, "expected an http(s) URL of a file, found an invalid URL");
    }
    return follow(url, 0);
  }

  /** Follows the redirect of a response of another client; its target is checked as well. */
  Response followRedirect(Response response) throws IOException {
    return follow(redirectTarget(response), 1);
  }

  private Response follow(HttpUrl start, int redirectsBefore) throws IOException {
    HttpUrl url = start;
    for (int redirects = redirectsBefore; redirects <= MAX_REDIRECTS; redirects++) {
      urlValidator.check(url);
      Response response =
          calls.execute(
              RequestOperation.FILE_DOWNLOAD,
              client.newCall(new Request.Builder().url(url).headers(headers).build()));
      if (!response.isRedirect()) {
        return response;
      }
      url = redirectTarget(response);
    }
    throw DownloadErrors.urlRefused(
        url.host(),
        "expected at most " + MAX_REDIRECTS + " redirects, found more; this URL cannot be used");
  }

  /** Executes a call to the content endpoint of the gateway without following a redirect. */
  Response requestContent(Call call) throws IOException {
    return calls.execute(RequestOperation.FILE_CONTENT, call);
  }

  private static HttpUrl redirectTarget(Response response) {
    try (response) {
      return resolveRedirect(response.request().url(), response.header("Location"));
    }
  }

  /** Returns the target of a redirect; a redirect from https to http is rejected. */
  static HttpUrl resolveRedirect(HttpUrl from, @Nullable String location) {
    HttpUrl to = location == null ? null : from.resolve(location);
    if (to == null) {
      throw DownloadErrors.urlRefused(
          from.host(), "expected a redirect to an http(s) URL, found a missing or another one");
    }
    if (from.isHttps() && !to.isHttps()) {
      throw DownloadErrors.urlRefused(
          from.host(), "expected a redirect that keeps https, found http");
    }
    return to;
  }
}
