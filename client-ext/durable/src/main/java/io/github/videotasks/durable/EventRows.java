package io.github.videotasks.durable;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Reads events from the tables {@code finished} and {@code outbox}, whose columns are the same. */
final class EventRows {

  /** The key of an event: a task can be watched again after the retention. */
  static final String KEY =
      "gateway || '/' || task || '@' || (extract(epoch from started_at) * 1000)::bigint";

  static final String COLUMNS =
      "gateway, task, outcome, started_at, ended_at, polls, status, problem";

  private EventRows() {}

  /** Reads the key and the columns, from a column on. */
  static WaitEvent read(ResultSet row, int first) throws SQLException {
    return new WaitEvent(
        row.getString(first),
        row.getString(first + 1),
        row.getString(first + 2),
        WaitOutcome.valueOf(row.getString(first + 3)),
        WaitRow.instant(row, first + 4),
        WaitRow.instant(row, first + 5),
        row.getInt(first + 6),
        row.getString(first + 7),
        row.getString(first + 8));
  }
}
