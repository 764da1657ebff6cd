package io.github.videotasks.durable;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;

/**
 * A wait as it was read from its table.
 *
 * @param epoch changes with each step; a step is committed only if it is still the same
 * @param nudges the number of requests for an early poll
 * @param policy the text of {@link PolicyText}
 * @param snapshot the JSON of the snapshot
 */
record WaitRow(
    String gateway,
    String task,
    Instant dueAt,
    long epoch,
    int nudges,
    String policy,
    String snapshot) {

  static final String COLUMNS =
      "w.gateway, w.task, w.due_at, w.epoch, w.nudges, w.policy, w.snapshot";

  static WaitRow read(ResultSet row) throws SQLException {
    return new WaitRow(
        row.getString(1),
        row.getString(2),
        instant(row, 3),
        row.getLong(4),
        row.getInt(5),
        row.getString(6),
        row.getString(7));
  }

  static Instant instant(ResultSet row, int column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  /** The same wait after its lease is committed. */
  WaitRow leased() {
    return new WaitRow(gateway, task, dueAt, epoch + 1, nudges, policy, snapshot);
  }
}
