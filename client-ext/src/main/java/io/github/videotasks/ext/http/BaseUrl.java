package io.github.videotasks.ext.http;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/**
 * Base URL of a gateway. Its scheme, host and port are the only origin that the API key is sent to.
 *
 * @param url ends in {@code /}; without user, query and fragment
 */
record BaseUrl(HttpUrl url) {

  private static final String VERSION = "v1";

  private static final Pattern LOOPBACK_V4 =
      Pattern.compile("127(?:\\.(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)){3}");

  /**
   * Checks a base URL. One that ends in {@code /v1}, as in the documentation of OpenAI's clients,
   * means the same as one without it.
   *
   * @param plainHttp whether http is allowed beyond this machine
   * @throws IllegalArgumentException if it is not an http or https URL, or the API key would not be
   *     safe there
   */
  static BaseUrl of(String text, boolean plainHttp) {
    HttpUrl url = HttpUrl.parse(text.strip());
    if (url == null) {
      throw invalid(
          "expected a base URL such as https://api.example.com, found a text that is not an http or"
              + " https URL");
    }
    if (!url.username().isEmpty() || !url.password().isEmpty()) {
      throw invalid("expected a base URL without a user; pass the API key to apiKey(…)");
    }
    if (url.query() != null || url.fragment() != null) {
      throw invalid("expected a base URL without a query and a fragment");
    }
    if (!url.isHttps() && !plainHttp && !isLoopback(url.host())) {
      throw invalid(
          "expected https, found http: everybody on the network path could read the API key; "
              + "call allowPlainHttp() if the network is trusted");
    }
    return new BaseUrl(withoutVersion(url));
  }

  /** Returns the URL with a slash at its end, and without the {@code v1} that each path has. */
  private static HttpUrl withoutVersion(HttpUrl url) {
    List<String> segments = url.pathSegments();
    int count = segments.size();
    while (count > 0 && segments.get(count - 1).isEmpty()) {
      count--;
    }
    if (count == 0 || !segments.get(count - 1).equalsIgnoreCase(VERSION)) {
      boolean closed = url.encodedPath().endsWith("/");
      return closed ? url : url.newBuilder().addPathSegment("").build();
    }
    HttpUrl.Builder builder = url.newBuilder();
    for (int i = segments.size() - 1; i >= count; i--) {
      builder.removePathSegment(i);
    }
    return builder.setPathSegment(count - 1, "").build();
  }

  private static IllegalArgumentException invalid(String problem) {
    return new IllegalArgumentException("base URL: " + problem);
  }

  /** Accepts only names and IP addresses that no name server can point elsewhere. */
  static boolean isLoopback(String host) {
    String name = host.toLowerCase(Locale.ROOT);
    return name.equals("localhost") || name.equals("::1") || LOOPBACK_V4.matcher(name).matches();
  }

  /** Returns whether the API key may be sent to this URL. */
  boolean isSameOrigin(HttpUrl other) {
    return url.scheme().equals(other.scheme())
        && url.host().equals(other.host())
        && url.port() == other.port();
  }
}
