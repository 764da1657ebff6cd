package io.github.videotasks.ext.polling;

import java.time.Duration;
import java.time.Instant;

/**
 * The time of one caller's wait.
 *
 * @param startedAt when it began, in whatever process
 * @param total the time from then to the deadline
 * @param elapsedBefore the part of it that had passed when this process took it up
 */
record WaitWindow(Instant startedAt, Duration total, Duration elapsedBefore) {

  /** A task may have ended while no process waited for it: then one question is still asked. */
  private static final Duration FINAL_POLL_WINDOW = Duration.ofSeconds(30);

  static WaitWindow startingAt(Instant now, Duration deadline) {
    return new WaitWindow(now, deadline, Duration.ZERO);
  }

  /** By the time of the day, but never less than what had passed when the snapshot was taken. */
  static WaitWindow resumed(WaitSnapshot snapshot, Instant now) {
    Duration byClock = Duration.between(snapshot.startedAt(), now);
    boolean back = byClock.compareTo(snapshot.elapsed()) < 0;
    Duration before = back ? snapshot.elapsed() : byClock;
    Duration total = Duration.between(snapshot.startedAt(), snapshot.deadline());
    return new WaitWindow(
        back ? now.minus(before) : snapshot.startedAt(),
        total.compareTo(before) > 0 ? total : before.plus(FINAL_POLL_WINDOW),
        before);
  }
}
