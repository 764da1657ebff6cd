package io.github.videotasks.ext.payload;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file that an answer points at.
 *
 * <p>The address is kept byte for byte: the signature in its query covers the percent-encoding, so
 * decoding and encoding it once more would break it. It is a secret for as long as it is valid and
 * therefore not in {@link #toString}.
 *
 * @param kind what the file is
 * @param jsonPath the JSON path of the member that held it, such as {@code detail.gif_url}
 * @param url the address as it came
 */
public record Asset(Kind kind, String jsonPath, String url) {

  /** What a file is. Kinds may be added: give a switch over them a default. */
  public enum Kind {
    VIDEO,
    WATERMARKED_VIDEO,
    GIF,
    THUMBNAIL,
    PREVIEW
  }

  /**
   * When the address stops working, as its query says ({@code se}, {@code Expires}, or {@code
   * X-Amz-Date} with {@code X-Amz-Expires}); null if it does not say.
   */
  public @Nullable Instant expiresAt() {
    return SignedUrl.expiresAt(url);
  }

  /** True if the address says that it no longer works at the given time. */
  public boolean isExpiredAt(Instant time) {
    Instant end = expiresAt();
    return end != null && !time.isBefore(end);
  }

  /**
   * The address as a URI, whose text is the address again.
   *
   * @throws IllegalStateException if the address is no valid URI; {@link #url} still has it
   */
  public URI uri() {
    try {
      return new URI(url);
    } catch (URISyntaxException e) {
      // Without the cause: its message quotes the address.
      throw new IllegalStateException(
          "expected a URI at "
              + jsonPath
              + ", found one with an illegal character at index "
              + e.getIndex());
    }
  }

  /** Kind, place and host; never the path or the query. */
  @Override
  public String toString() {
    return kind + " at " + jsonPath + " (" + SignedUrl.host(url) + ")";
  }
}
