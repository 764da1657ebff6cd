package io.github.videotasks.ext.payload;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file that a response links to.
 *
 * <p>The URL is kept byte for byte, without the blanks that some gateways put around it: the
 * signature in its query covers the percent-encoding, so decoding and encoding the URL again would
 * break it. A relative URL is not an asset; {@link TaskState#raw} contains it. The URL is a secret
 * as long as it is valid and therefore not part of {@link #toString}.
 *
 * @param kind the kind of file
 * @param jsonPath the JSON path of the property with the URL, such as {@code detail.gif_url} or
 *     {@code videos[1].url}; it may lead through a text that holds JSON
 * @param url the http(s) URL, unchanged
 * @param guessed true if the URL is at none of the places where gateways are known to return one,
 *     and only its path or its property name indicates a video. A task has guessed assets only if
 *     it has succeeded and the response has no other URL of a video; check the file before use
 */
public record Asset(Kind kind, String jsonPath, String url, boolean guessed) {

  /** Kind of a file. Kinds may be added, so a switch over them needs a default branch. */
  public enum Kind {
    /** The generated video. */
    VIDEO,
    /** The video with a watermark, from a property such as {@code source_wm}. */
    WATERMARKED_VIDEO,
    /** An animated GIF of the video. */
    GIF,
    /**
     * A still image of the video, from a property such as {@code thumbnail_url} or {@code
     * cover_url}.
     */
    THUMBNAIL,
    /** A preview for link cards or before the end, from {@code preview_url} or {@code unfurl}. */
    PREVIEW,
    /**
     * An image: the result of an image task, the last frame of a video, or a URL in the property of
     * a video that ends in an image type such as {@code .png}.
     */
    IMAGE
  }

  /**
   * Creates an asset that is not guessed.
   *
   * @param kind the kind of file
   * @param jsonPath the JSON path of the property with the URL
   * @param url the http(s) URL, unchanged
   */
  public Asset(Kind kind, String jsonPath, String url) {
    this(kind, jsonPath, url, false);
  }

  /**
   * {@return when the URL expires according to its query ({@code se}, {@code Expires}, or {@code
   * X-Amz-Date} with {@code X-Amz-Expires}, also with another signer's prefix such as {@code
   * X-Goog-}); null if the query contains no expiry}
   */
  public @Nullable Instant expiresAt() {
    return SignedUrl.expiresAt(url);
  }

  /**
   * {@return true if the URL has expired at the given time according to its query}
   *
   * @param time usually the present; an asset without an expiry never expires
   */
  public boolean isExpiredAt(Instant time) {
    Instant expiry = expiresAt();
    return expiry != null && !time.isBefore(expiry);
  }

  /**
   * {@return the URL as a URI with the same text}
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

  /**
   * Returns kind, JSON path, host and whether the URL is guessed; never the path or the query of
   * the URL.
   */
  @Override
  public String toString() {
    String host = SignedUrl.host(url);
    return kind + " at " + jsonPath + " (" + host + (guessed ? ", guessed)" : ")");
  }
}
