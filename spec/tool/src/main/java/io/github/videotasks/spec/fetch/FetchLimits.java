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
 * @param proxy whether to use the HTTP proxy of the system properties. A proxy resolves the host
 *     itself, so IP addresses are checked only in URLs that contain one.
 */
public record FetchLimits(
    int maxBytes, Duration timeout, int maxRedirects, boolean allowPrivate, boolean proxy) {
  /** The size limit of pages, 30 s, 5 redirects, public IP addresses only, no proxy. */
  public static final FetchLimits DEFAULT =
      new FetchLimits(YamlLimits.DEFAULT.maxBytes(), Duration.ofSeconds(30), 5, false, false);

  /**
   * {@return the same limits with another value of {@code allowPrivate}}
   *
   * @param allowed whether connections to IP addresses that are not public are allowed
   */
  public FetchLimits withAllowPrivate(boolean allowed) {
    return new FetchLimits(maxBytes, timeout, maxRedirects, allowed, proxy);
  }

  /**
   * {@return the same limits with another value of {@code proxy}}
   *
   * @param used whether to use the HTTP proxy of the system properties
   */
  public FetchLimits withProxy(boolean used) {
    return new FetchLimits(maxBytes, timeout, maxRedirects, allowPrivate, used);
  }
}
