package io.github.videotasks.ext.simulation;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Reference model of the rate limits of one client: the earliest time of the next poll. */
final class ExpectedRate {

  private static final Duration PAUSE_WITHOUT_RETRY_AFTER = Duration.ofSeconds(1);

  private final int maxInFlight;
  private final Duration minInterval;
  private final Duration maxRetryAfter;
  private boolean polled;
  private boolean rateLimited;
  private long lastPollAt;
  private long lastBackOffAt;
  private long pausedUntil;
  private long lastRateLimitAt;

  ExpectedRate(int maxInFlight, Duration minInterval, Duration maxRetryAfter) {
    this.maxInFlight = maxInFlight;
    this.minInterval = minInterval;
    this.maxRetryAfter = maxRetryAfter;
  }

  int maxInFlight() {
    return maxInFlight;
  }

  Duration minInterval() {
    return minInterval;
  }

  /** Returns the time until which 429s of the past can delay polls. */
  long calmAt() {
    return rateLimited ? lastRateLimitAt + maxRetryAfter.toNanos() + 64_000_000_000L : 0;
  }

  /**
   * Records the start of a poll.
   *
   * @param inFlight the polls in flight without this one
   * @return what the limits require instead; null if they are kept
   */
  @Nullable String onPoll(long now, int inFlight) {
    String violated = null;
    if (inFlight >= maxInFlight) {
      violated = "fewer than " + maxInFlight + " polls in flight";
    } else if (now < pausedUntil) {
      violated = "no poll before " + pausedUntil + " because of a 429";
    } else if (polled && now - lastPollAt < minInterval.toNanos()) {
      violated = "no poll before " + (lastPollAt + minInterval.toNanos());
    }
    polled = true;
    lastPollAt = now;
    return violated;
  }

  /**
   * Records a 429. Without Retry-After, several 429s of polls that were in flight together count
   * once; each Retry-After counts.
   */
  void onRateLimited(long pollStartedAt, long now, @Nullable Duration retryAfter) {
    if (retryAfter != null && !retryAfter.isZero()) {
      Duration pause = retryAfter.compareTo(maxRetryAfter) < 0 ? retryAfter : maxRetryAfter;
      pausedUntil = Math.max(pausedUntil, now + pause.toNanos());
    }
    if (!rateLimited || pollStartedAt > lastBackOffAt) {
      if (retryAfter == null || retryAfter.isZero()) {
        pausedUntil = Math.max(pausedUntil, now + PAUSE_WITHOUT_RETRY_AFTER.toNanos());
      }
      lastBackOffAt = now;
    }
    rateLimited = true;
    lastRateLimitAt = now;
  }
}
