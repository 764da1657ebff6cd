package io.github.videotasks.durable;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Delivers the events of the outbox. The rows of a batch are locked, so that each event is with one
 * node at a time, and deleted in the transaction in which the handler writes. If that transaction
 * fails, for example because of a deferred constraint, each event gets a transaction of its own.
 */
final class EventDelivery {

  private static final int BATCH = 100;
  private static final long MIN_PAUSE_MILLIS = 50;
  private static final long MAX_PAUSE_MILLIS = 1_000;

  private static final String READ =
      "select id, event_key, "
          + EventRows.COLUMNS
          + """
           from video_tasks.outbox where due_at <= clock_timestamp() and id > ? and
          """
          + EventRows.KNOWN_OUTCOME
          + " order by id limit ? for update skip locked";

  private static final String DELETE = "delete from video_tasks.outbox where id = any(?)";

  private static final String DEFER =
      """
      update video_tasks.outbox set attempts = attempts + 1,
        due_at = clock_timestamp() + least(300, power(2, least(attempts, 9))) * interval '1 second'
      where id = any(?)
      """;

  private final Database database;
  private final WaitEventHandler handler;
  private final Reports reports;
  private volatile boolean closed;

  EventDelivery(Database database, WaitEventHandler handler, Reports reports) {
    this.database = database;
    this.handler = handler;
    this.reports = reports;
  }

  private record OutboxRow(long id, WaitEvent event) {}

  /** Delivers until {@link #close}. The pause grows while there is nothing to deliver. */
  void run() {
    long pause = MIN_PAUSE_MILLIS;
    while (!closed) {
      pause = deliverOrReport() > 0 ? MIN_PAUSE_MILLIS : Math.min(MAX_PAUSE_MILLIS, pause * 2);
      try {
        Thread.sleep(pause);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private int deliverOrReport() {
    int all = 0;
    try {
      int delivered;
      do {
        delivered = deliverBatch();
        all += delivered;
      } while (delivered == BATCH && !closed);
    } catch (RuntimeException | Error e) {
      reports.problem("delivery of events", e);
      deliverSingly();
    }
    return all;
  }

  /** Returns how many events were read. */
  int deliverBatch() {
    return deliver(BATCH, 0, new AtomicLong());
  }

  /** Delivers each event of a batch by itself; one whose transaction fails is due again later. */
  void deliverSingly() {
    AtomicLong last = new AtomicLong();
    for (int i = 0; i < BATCH && !closed; i++) {
      long before = last.get();
      try {
        if (deliver(1, before, last) == 0) {
          return;
        }
      } catch (RuntimeException | Error e) {
        if (last.get() == before) {
          // Not even read: the database fails.
          return;
        }
        reports.problem("delivery of event " + last, e);
        defer(last.get());
      }
    }
  }

  private void defer(long id) {
    try {
      database.single(
          connection -> {
            update(connection, DEFER, List.of(id));
            return true;
          });
    } catch (DurableWaitsException e) {
      reports.problem("delivery of event " + id, e);
    }
  }

  /**
   * Delivers events in one transaction.
   *
   * @param after only events with higher ids
   * @param last is set to the highest id that was read
   * @return how many events were read
   */
  private int deliver(int most, long after, AtomicLong last) {
    return database.transaction(
        connection -> {
          List<OutboxRow> rows = read(connection, most, after);
          List<Long> delivered = new ArrayList<>();
          List<Long> failed = new ArrayList<>();
          for (OutboxRow row : rows) {
            if (closed) {
              break;
            }
            last.set(row.id());
            (handle(connection, row.event()) ? delivered : failed).add(row.id());
          }
          update(connection, DELETE, delivered);
          update(connection, DEFER, failed);
          return rows.size();
        });
  }

  private static List<OutboxRow> read(Connection connection, int most, long after)
      throws SQLException {
    List<OutboxRow> all = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(READ)) {
      statement.setLong(1, after);
      statement.setInt(2, most);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          all.add(new OutboxRow(rows.getLong(1), EventRows.read(rows, 2)));
        }
      }
    }
    return all;
  }

  /**
   * An event whose handler throws does not undo those before it. Handlers in other languages throw
   * checked exceptions, too.
   */
  private boolean handle(Connection connection, WaitEvent event) throws SQLException {
    Savepoint savepoint = connection.setSavepoint();
    try {
      handler.handle(event, connection);
      connection.releaseSavepoint(savepoint);
      return true;
    } catch (Throwable e) {
      reports.problem("handler of event " + event.key(), e);
      Database.rollback(connection, savepoint);
      return false;
    }
  }

  private static void update(Connection connection, String sql, List<Long> ids)
      throws SQLException {
    if (!ids.isEmpty()) {
      try (PreparedStatement statement = connection.prepareStatement(sql)) {
        statement.setArray(1, connection.createArrayOf("int8", ids.toArray()));
        statement.executeUpdate();
      }
    }
  }

  void close() {
    closed = true;
  }
}
