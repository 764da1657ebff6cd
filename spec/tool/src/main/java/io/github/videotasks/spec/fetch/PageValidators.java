package io.github.videotasks.spec.fetch;

import io.github.videotasks.spec.write.Sha256;
import java.nio.charset.StandardCharsets;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * The validators of a response (RFC 9110): with them, the next request for the same URL can be
 * conditional.
 *
 * @param urlHash the SHA-256 of the URL that sent them, which may contain a signature and is
 *     therefore not kept; empty when there is none
 * @param etag the value of {@code ETag}; empty when the response had none
 * @param lastModified the value of {@code Last-Modified}; empty when the response had none
 */
public record PageValidators(String urlHash, String etag, String lastModified) {
  /** Validators that make no request conditional. */
  public static final PageValidators NONE = new PageValidators("", "", "");

  private static final int MAX_LENGTH = 300;

  /**
   * Keeps values that a request can send: a host chooses them freely.
   *
   * @param urlHash the SHA-256 of the URL that sent them, which may contain a signature and is
   *     therefore not kept
   * @param etag the value of {@code ETag}
   * @param lastModified the value of {@code Last-Modified}
   */
  public PageValidators {
    etag = isSendable(etag) ? etag : "";
    lastModified = isSendable(lastModified) ? lastModified : "";
  }

  static PageValidators of(HttpUrl url, Headers headers) {
    return new PageValidators(
        hash(url), text(headers.get("ETag")), text(headers.get("Last-Modified")));
  }

  /** Returns the headers of a conditional request; none for another URL. */
  Headers requestHeaders(HttpUrl url) {
    Headers.Builder headers = new Headers.Builder();
    if (hash(url).equals(urlHash)) {
      if (!etag.isEmpty()) {
        headers.add("If-None-Match", etag);
      }
      if (!lastModified.isEmpty()) {
        headers.add("If-Modified-Since", lastModified);
      }
    }
    return headers.build();
  }

  private static String hash(HttpUrl url) {
    return Sha256.hex(url.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }

  private static boolean isSendable(String value) {
    return value.length() <= MAX_LENGTH && value.chars().allMatch(c -> c >= ' ' && c <= '~');
  }
}
