package io.github.videotasks.spec.page;

import io.github.videotasks.spec.finding.SourceLocation;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The URL that the page of a provider is fetched from: {@code source} in {@code providers.yaml}.
 *
 * @param provider the provider's id
 * @param page the page's path below the folder of pages
 * @param url the URL
 * @param location the line of the entry
 */
public record PageSourceUrl(String provider, String page, String url, SourceLocation location) {
  private static final Pattern HTTP_URL =
      Pattern.compile("(?i)https?://[^\\s\"'`\\\\{}<>]{1,2000}");

  /** Names of query parameters that carry a key or a signature. */
  private static final Pattern SECRET_PARAMETER =
      Pattern.compile(
          "sig|key|auth|.*(?:token|secret|signature|password|credential|api[-_.]?key"
              + "|access[-_.]?key|authorization).*");

  /**
   * Returns what is wrong with a URL. The message quotes no part of it, because the file is
   * committed and the message is logged.
   *
   * @param url the value of {@code source}
   * @return the message; null when the URL is accepted
   */
  static @Nullable String findProblem(String url) {
    URI parsed = parse(url);
    if (parsed == null || parsed.getHost() == null || parsed.getRawFragment() != null) {
      return "expected an http or https URL without a fragment for 'source', such as"
          + " https://docs.example.com/page.md";
    }
    if (parsed.getRawUserInfo() != null || hasSecretParameter(parsed)) {
      return "expected a URL without credentials for 'source', found a user, password, key or"
          + " signature; the file is public";
    }
    return null;
  }

  private static @Nullable URI parse(String url) {
    try {
      return HTTP_URL.matcher(url).matches() ? new URI(url) : null;
    } catch (URISyntaxException e) {
      return null;
    }
  }

  private static boolean hasSecretParameter(URI url) {
    String query = url.getRawQuery() == null ? "" : url.getRawQuery();
    for (String parameter : query.toLowerCase(Locale.ROOT).split("[&;]", -1)) {
      if (SECRET_PARAMETER.matcher(parameter.split("=", 2)[0]).matches()) {
        return true;
      }
    }
    return false;
  }
}
