package io.github.videotasks.spec.fetch;

import io.github.videotasks.spec.page.YamlLimits;
import java.time.Duration;

/**
 * How far a fetch may go.
 *
 * @param maxBytes the largest page, in bytes, once unpacked
 * @param timeout the longest that the whole may take, redirects and answer included
 * @param maxRedirects how many redirects are followed
 * @param allowPrivate whether addresses that are not public may be reached
 */
public record FetchLimits(int maxBytes, Duration timeout, int maxRedirects, boolean allowPrivate) {
  /** As large as a page may be, 30 s, 5 redirects, public addresses only. */
  public static final FetchLimits DEFAULT =
      new FetchLimits(YamlLimits.DEFAULT.maxBytes(), Duration.ofSeconds(30), 5, false);

  /** Gives the same limits with or without the check of addresses. */
  public FetchLimits withAllowPrivate(boolean allowed) {
    return new FetchLimits(maxBytes, timeout, maxRedirects, allowed);
  }
}
