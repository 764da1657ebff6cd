package io.github.videotasks.ext.http;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** How long to wait before a request is repeated. */
final class RetryBackoff {

  private static final long FIRST_MILLIS = 500;
  private static final long MAX_MILLIS = 8_000;

  private RetryBackoff() {}

  /**
   * Doubles from half a second to eight, each time between half of it and all of it, so that many
   * clients that failed together do not come back together.
   *
   * @param sent the requests sent so far, at least 1
   * @param asked what the gateway asks for; the pause is never shorter. Null if it does not ask.
   */
  static Duration delayAfter(int sent, @Nullable Duration asked) {
    long millis = Math.min(MAX_MILLIS, FIRST_MILLIS << Math.min(sent - 1, 10));
    Duration jittered =
        Duration.ofMillis(ThreadLocalRandom.current().nextLong(millis / 2, millis + 1));
    return asked != null && asked.compareTo(jittered) > 0 ? asked : jittered;
  }
}
