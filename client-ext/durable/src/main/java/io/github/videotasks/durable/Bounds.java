package io.github.videotasks.durable;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;

/**
 * Refuses new waits while there are too many waits, or too many events that nobody processes. Rows
 * are counted at most every 10 s, up to the bound; between two counts the waits that this node has
 * started are added, those of other nodes are not.
 */
final class Bounds {

  private static final long INTERVAL_NANOS = Duration.ofSeconds(10).toNanos();

  private static final String COUNT =
      """
      select (select count(*) from (select 1 from video_tasks.wait limit ?) w),
        (select count(*) from (select 1 from video_tasks.outbox limit ?) o)
      """;

  private final Database database;
  private final DatabaseClock clock;
  private final long maxWaits;
  private final long maxOutbox;
  private boolean counted;
  private long countedAt;
  private long waits;
  private long outbox;

  Bounds(Database database, DatabaseClock clock, long maxWaits, long maxOutbox) {
    this.database = database;
    this.clock = clock;
    this.maxWaits = maxWaits;
    this.maxOutbox = maxOutbox;
  }

  /**
   * Checks the bounds before a new wait.
   *
   * @throws DurableWaitsException if one is reached
   */
  synchronized void check() {
    if (!counted || clock.nanos() - countedAt > INTERVAL_NANOS || isReached()) {
      count();
    }
    if (waits >= maxWaits) {
      throw new DurableWaitsException(
          DurableWaitsException.Kind.TOO_MANY_WAITS,
          "expected fewer than %d open waits, found %d; watch again later, or set DurableWaitsBuilder.maxWaits"
              .formatted(maxWaits, waits),
          null);
    }
    if (outbox >= maxOutbox) {
      throw new DurableWaitsException(
          DurableWaitsException.Kind.OUTBOX_FULL,
          "expected fewer than %d events in the outbox, found %d; check that a node has a handler for events and that it succeeds"
              .formatted(maxOutbox, outbox),
          null);
    }
  }

  private boolean isReached() {
    return waits >= maxWaits || outbox >= maxOutbox;
  }

  synchronized void onStarted() {
    waits++;
  }

  private void count() {
    database.single(
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(COUNT)) {
            statement.setLong(1, maxWaits);
            statement.setLong(2, maxOutbox);
            try (ResultSet row = statement.executeQuery()) {
              row.next();
              waits = row.getLong(1);
              outbox = row.getLong(2);
            }
          }
          return true;
        });
    counted = true;
    countedAt = clock.nanos();
  }
}
