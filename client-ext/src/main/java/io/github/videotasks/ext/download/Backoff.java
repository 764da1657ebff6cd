package io.github.videotasks.ext.download;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** How long to wait before a request for a file is made again. */
final class Backoff {

  private static final long FIRST_MILLIS = 500;
  private static final long MAX_MILLIS = 16_000;

  /** A host that asks for a day is asked again after this, or the limit ends the download. */
  private static final Duration MAX_RETRY_AFTER = Duration.ofMinutes(2);

  private Backoff() {}

  /**
   * Doubles from half a second to 16 s, each time between half of it and all of it.
   *
   * @param failures in a row without a new byte; 0 after one that brought some
   * @param asked what the host asks for; null if it does not ask
   */
  static Duration delayAfter(int failures, @Nullable Duration asked) {
    long most = Math.min(MAX_MILLIS, FIRST_MILLIS << Math.min(Math.max(failures - 1, 0), 10));
    Duration pause = Duration.ofMillis(ThreadLocalRandom.current().nextLong(most / 2, most + 1));
    if (asked == null || asked.compareTo(pause) <= 0) {
      return pause;
    }
    return asked.compareTo(MAX_RETRY_AFTER) > 0 ? MAX_RETRY_AFTER : asked;
  }
}
