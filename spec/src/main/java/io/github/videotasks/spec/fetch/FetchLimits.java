package io.github.videotasks.spec.fetch;

import io.github.videotasks.spec.page.Limits;
import java.time.Duration;

/**
 * How far a fetch may go.
 *
 * @param bytes the largest page, in bytes, once unpacked
 * @param time the longest that the whole may take, redirects and answer included
 * @param redirects how many redirects are followed
 * @param allowPrivate whether addresses that are not public may be reached
 */
public record FetchLimits(int bytes, Duration time, int redirects, boolean allowPrivate) {
  /** As large as a page may be, 30 s, 5 redirects, public addresses only. */
  public static final FetchLimits DEFAULT =
      new FetchLimits(Limits.DEFAULT.bytes(), Duration.ofSeconds(30), 5, false);

  /** Gives the same limits with or without the check of addresses. */
  public FetchLimits withPrivate(boolean allowed) {
    return new FetchLimits(bytes, time, redirects, allowed);
  }
}
