package io.github.videotasks.contract.durable;

import java.time.Duration;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * How soon waits are polled again after a failure of the database is cured.
 *
 * @param firstPoll seconds until the first step is committed
 * @param onTime seconds until no wait is late by more than a second
 */
record Recovery(double firstPoll, double onTime) {

  static final String GOAL = "<= 2 s";

  private static final Duration BOUND = Duration.ofMinutes(1);

  /** The committed polls of all waits, the ended ones included. */
  static final String POLLS =
      """
      select (select coalesce(sum((snapshot::json ->> 'polls')::bigint), 0) from video_tasks.wait)
        + (select coalesce(sum(polls), 0) from video_tasks.finished)
      """;

  static final String LATE =
      "select count(*) from video_tasks.wait where due_at < clock_timestamp() - interval '1"
          + " second'";

  /**
   * Measures from now on.
   *
   * @param cured the time of the cure, by {@link System#nanoTime}
   */
  static Recovery measure(DatabaseProbe probe, long cured) throws InterruptedException {
    long[] before = {-1};
    Await.until(
        "a first step after the cure",
        BOUND,
        () -> {
          OptionalLong polls = probe.number(POLLS);
          boolean stepped = before[0] >= 0 && polls.isPresent() && polls.getAsLong() > before[0];
          if (before[0] < 0 && polls.isPresent()) {
            before[0] = polls.getAsLong();
          }
          return stepped;
        });
    double first = ThroughputProof.seconds(cured);
    Await.until("no late wait after the cure", BOUND, () -> probe.is(0, LATE));
    return new Recovery(first, ThroughputProof.seconds(cured));
  }

  ProofRow row(String what, long problems) {
    return new ProofRow(
        what + ": first step after the cure",
        GOAL,
        String.format(
            Locale.ROOT,
            "%.1f s, all waits on time after %.1f s; %d problems reported",
            firstPoll,
            onTime,
            problems));
  }
}
