package io.github.videotasks.spec.fetch;

import io.github.videotasks.spec.page.YamlLimits;
import java.time.Duration;

/**
 * The limits of a fetch.
 *
 * @param maxBytes the largest page, in bytes after decompression
 * @param timeout the time limit for the whole fetch, including redirects and the response body
 * @param maxRedirects the maximum number of redirects to follow
 * @param allowPrivate whether connections to IP addresses that are not public are allowed
 */
public record FetchLimits(int maxBytes, Duration timeout, int maxRedirects, boolean allowPrivate) {
  /** The size limit of pages, 30 s, 5 redirects, public IP addresses only. */
  public static final FetchLimits DEFAULT =
      new FetchLimits(YamlLimits.DEFAULT.maxBytes(), Duration.ofSeconds(30), 5, false);

  /** Returns the same limits with another value of {@code allowPrivate}. */
  public FetchLimits withAllowPrivate(boolean allowed) {
    return new FetchLimits(maxBytes, timeout, maxRedirects, allowed);
  }
}
