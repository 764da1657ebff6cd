package io.github.videotasks.ext.payload;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file that a response links to.
 *
 * <p>The URL is kept byte for byte: the signature in its query covers the percent-encoding, so
 * decoding and encoding the URL again would break it. The URL is a secret as long as it is valid
 * and therefore not part of {@link #toString}.
 *
 * @param kind the kind of file
 * @param jsonPath the JSON path of the property with the URL, such as {@code detail.gif_url}
 * @param url the URL, unchanged
 */
public record Asset(Kind kind, String jsonPath, String url) {

  /** Kind of a file. Kinds may be added, so a switch over them needs a default branch. */
  public enum Kind {
    VIDEO,
    WATERMARKED_VIDEO,
    GIF,
    THUMBNAIL,
    PREVIEW
  }

  /**
   * Returns when the URL expires according to its query ({@code se}, {@code Expires}, or {@code
   * X-Amz-Date} with {@code X-Amz-Expires}); null if the query contains no expiry.
   */
  public @Nullable Instant expiresAt() {
    return SignedUrl.expiresAt(url);
  }

  /** Returns true if the URL has expired at the given time according to its query. */
  public boolean isExpiredAt(Instant time) {
    Instant expiry = expiresAt();
    return expiry != null && !time.isBefore(expiry);
  }

  /**
   * Returns the URL as a URI with the same text.
   *
   * @throws IllegalStateException if the URL is not a valid URI; {@link #url} still returns it
   */
  public URI uri() {
    try {
      return new URI(url);
    } catch (URISyntaxException e) {
      // Without the cause: its message quotes the URL.
      throw new IllegalStateException(
          "expected a valid URI at "
              + jsonPath
              + ", found an illegal character at index "
              + e.getIndex()
              + "; read the text with url()");
    }
  }

  /** Returns kind, JSON path and host; never the path or the query of the URL. */
  @Override
  public String toString() {
    return kind + " at " + jsonPath + " (" + SignedUrl.host(url) + ")";
  }
}
