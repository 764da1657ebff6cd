package io.github.videotasks.ext.polling;

import java.time.Duration;
import java.time.Instant;

/**
 * The time of one caller's wait.
 *
 * @param began when it began, in whatever process
 * @param total the time from then to the deadline
 * @param before the part of it that had passed when this process took it up
 */
record Span(Instant began, Duration total, Duration before) {

  /** A task may have ended while no process waited for it: then one question is still asked. */
  private static final Duration LAST_CHANCE = Duration.ofSeconds(30);

  static Span from(Instant now, Duration deadline) {
    return new Span(now, deadline, Duration.ZERO);
  }

  /** By the time of the day, but never less than what had passed when the snapshot was taken. */
  static Span resumed(WaitSnapshot snapshot, Instant now) {
    Duration byClock = Duration.between(snapshot.startedAt(), now);
    boolean back = byClock.compareTo(snapshot.elapsed()) < 0;
    Duration before = back ? snapshot.elapsed() : byClock;
    Duration total = Duration.between(snapshot.startedAt(), snapshot.deadline());
    return new Span(
        back ? now.minus(before) : snapshot.startedAt(),
        total.compareTo(before) > 0 ? total : before.plus(LAST_CHANCE),
        before);
  }
}
