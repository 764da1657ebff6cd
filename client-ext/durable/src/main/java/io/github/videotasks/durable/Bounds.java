package io.github.videotasks.durable;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Refuses new waits while there are too many waits, or too many events that nobody processes. Rows
 * are counted at most every 10 s, up to the bound; between two counts the waits that this node has
 * started are added, those of other nodes are not. One caller counts; the others use the count
 * before it, and wait only for the first one.
 *
 * <p>A table that is too small for so many rows is not counted: then the number of rows for which
 * it has space is used. At a bound each check counts, so that a wait can start as soon as another
 * one has ended; one caller at a time.
 */
final class Bounds {

  private static final long INTERVAL_NANOS = Duration.ofSeconds(10).toNanos();

  /** The most rows of a page of 8 kB: a row of either table takes at least 100 bytes. */
  private static final int MAX_ROWS_OF_PAGE = 81;

  private static final String COUNT =
      """
      select
        case when w.space < ? then w.space
          else (select count(*) from (select 1 from video_tasks.wait limit ?) r) end,
        case when o.space < ? then o.space
          else (select count(*) from (select 1 from video_tasks.outbox limit ?) r) end
      from (select pg_relation_size('video_tasks.wait') / 8192 * ? as space) w,
        (select pg_relation_size('video_tasks.outbox') / 8192 * ? as space) o
      """;

  private final Database database;
  private final DatabaseClock clock;
  private final long maxWaits;
  private final long maxOutbox;
  private final ReentrantLock counting = new ReentrantLock();

  // What is known, guarded by this.
  private boolean counted;
  private boolean exact;
  private long countedAt;
  private long waits;
  private long outbox;

  /** The waits that this node has started since it was created, guarded by this. */
  private long started;

  Bounds(Database database, DatabaseClock clock, long maxWaits, long maxOutbox) {
    this.database = database;
    this.clock = clock;
    this.maxWaits = maxWaits;
    this.maxOutbox = maxOutbox;
  }

  /**
   * Adds a new wait to the number of those that are known.
   *
   * @throws DurableWaitsException if a bound is reached
   */
  void add() {
    if (needsCount()) {
      counting.lock();
      countAndUnlock(needsCount());
    } else if ((isOld() || isReached()) && counting.tryLock()) {
      countAndUnlock(isOld() || isReached());
    }
    addOrRefuse();
  }

  private void countAndUnlock(boolean necessary) {
    try {
      if (necessary) {
        count();
      }
    } finally {
      counting.unlock();
    }
  }

  /** Whether what is known is not enough to add or refuse a wait. */
  private synchronized boolean needsCount() {
    return !counted || (isReached() && (!exact || isOld()));
  }

  private synchronized boolean isOld() {
    return clock.nanos() - countedAt > INTERVAL_NANOS;
  }

  private synchronized boolean isReached() {
    return waits >= maxWaits || outbox >= maxOutbox;
  }

  private synchronized void addOrRefuse() {
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
    waits++;
    started++;
  }

  /** Takes back {@link #add}, because the wait was not started. */
  synchronized void remove() {
    waits--;
    started--;
  }

  /** Without a lock on what is known; where a bound seems to be reached, exactly. */
  private void count() {
    long startedBefore;
    boolean exactly;
    synchronized (this) {
      startedBefore = started;
      exactly = counted && isReached();
    }
    long[] found = count(exactly);
    synchronized (this) {
      // Rather twice than not at all: those that were started meanwhile may have been counted.
      waits = found[0] + started - startedBefore;
      outbox = found[1];
      counted = true;
      exact = exactly;
      countedAt = clock.nanos();
    }
  }

  private long[] count(boolean exactly) {
    return database.single(
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(COUNT)) {
            statement.setLong(1, exactly ? 0 : maxWaits);
            statement.setLong(2, maxWaits);
            statement.setLong(3, exactly ? 0 : maxOutbox);
            statement.setLong(4, maxOutbox);
            statement.setInt(5, MAX_ROWS_OF_PAGE);
            statement.setInt(6, MAX_ROWS_OF_PAGE);
            try (ResultSet row = statement.executeQuery()) {
              row.next();
              return new long[] {row.getLong(1), row.getLong(2)};
            }
          }
        });
  }
}
