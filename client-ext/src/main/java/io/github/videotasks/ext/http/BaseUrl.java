package io.github.videotasks.ext.http;

import java.util.Locale;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/**
 * Where the gateway is, and thereby where the key may go: its scheme, host and port.
 *
 * @param url ends in {@code /}; without user, query and fragment
 */
public record BaseUrl(HttpUrl url) {

  private static final Pattern LOOPBACK_V4 =
      Pattern.compile("127(?:\\.(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)){3}");

  /**
   * Checks a base URL.
   *
   * @param plainHttp whether http is allowed beyond this machine
   * @throws IllegalArgumentException if the key would not be safe there or the URL is none
   */
  public static BaseUrl of(String text, boolean plainHttp) {
    HttpUrl url = HttpUrl.parse(text.strip());
    if (url == null) {
      throw invalid("expected a base URL such as https://api.example.com, found no http(s) URL");
    }
    if (!url.username().isEmpty() || !url.password().isEmpty()) {
      throw invalid("expected a base URL without a user; the key goes into apiKey(…)");
    }
    if (url.query() != null || url.fragment() != null) {
      throw invalid("expected a base URL without a query and a fragment");
    }
    if (!url.isHttps() && !plainHttp && !isLoopback(url.host())) {
      throw invalid(
          "expected https, found http: everybody on the way could read the key; "
              + "call allowPlainHttp() if the network is yours");
    }
    boolean closed = url.encodedPath().endsWith("/");
    return new BaseUrl(closed ? url : url.newBuilder().addPathSegment("").build());
  }

  private static IllegalArgumentException invalid(String problem) {
    return new IllegalArgumentException("base URL: " + problem);
  }

  /** Only names and numbers that no name server can point elsewhere. */
  static boolean isLoopback(String host) {
    String name = host.toLowerCase(Locale.ROOT);
    return name.equals("localhost") || name.equals("::1") || LOOPBACK_V4.matcher(name).matches();
  }

  /** Whether the key may go to this address. */
  boolean isSameOrigin(HttpUrl other) {
    return url.scheme().equals(other.scheme())
        && url.host().equals(other.host())
        && url.port() == other.port();
  }
}
