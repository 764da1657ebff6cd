package io.github.videotasks.ext.polling;

import java.time.Duration;
import java.time.Instant;

/**
 * Start and deadline of the wait of one caller.
 *
 * @param startedAt the start of the wait, in the first process
 * @param total the time from the start to the deadline
 * @param elapsedBefore the part of it that had passed when this process resumed the wait
 */
record WaitWindow(Instant startedAt, Duration total, Duration elapsedBefore) {

  /**
   * The extra time after an expired deadline. A task may have ended while no process waited for it,
   * so a resumed wait polls at least once.
   */
  private static final Duration FINAL_POLL_WINDOW = Duration.ofSeconds(30);

  static WaitWindow startingAt(Instant now, Duration deadline) {
    return new WaitWindow(now, deadline, Duration.ZERO);
  }

  /**
   * Counts the time since the start by the wall clock, but never less than in the snapshot: the
   * clock may have gone back.
   */
  static WaitWindow resumed(WaitSnapshot snapshot, Instant now) {
    Duration elapsed = SnapshotLimits.elapsedAt(snapshot, now);
    boolean clockWentBack = snapshot.startedAt().plus(elapsed).isAfter(now);
    Duration total = Duration.between(snapshot.startedAt(), snapshot.deadline());
    return new WaitWindow(
        clockWentBack ? now.minus(elapsed) : snapshot.startedAt(),
        total.compareTo(elapsed) > 0 ? total : elapsed.plus(FINAL_POLL_WINDOW),
        elapsed);
  }
}
