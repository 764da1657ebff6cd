package io.github.videotasks.durable;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Events in the tables {@code finished} and {@code outbox}, which have these columns in common. */
final class EventRows {

  /** The key of an event: a task can be watched again after the retention. */
  static final String KEY =
      "gateway || '/' || task || '@' || (extract(epoch from started_at) * 1000)::bigint";

  static final String COLUMNS =
      "gateway, task, outcome, started_at, ended_at, polls, status, problem";

  /**
   * The parts of a statement that record the ends of waits and put them into the outbox. The part
   * {@code gone} before them returns the columns, and {@code seconds}.
   */
  static final String WRITE_GONE =
      """
      recorded as (
        insert into video_tasks.finished (COLUMNS, seconds)
        select COLUMNS, seconds from gone
        on conflict do nothing
      ), reported as (
        insert into video_tasks.outbox (event_key, COLUMNS)
        select EVENT_KEY, COLUMNS from gone
        on conflict do nothing
      )
      """
          .replace("EVENT_KEY", KEY)
          .replace("COLUMNS", COLUMNS);

  /** A condition: the outcomes that this version knows. A newer one may store others. */
  static final String KNOWN_OUTCOME =
      Arrays.stream(WaitOutcome.values())
          .map(outcome -> "'" + outcome + "'")
          .collect(Collectors.joining(", ", "outcome in (", ")"));

  private EventRows() {}

  /** Reads the key and the columns, from a column on. */
  static WaitEvent read(ResultSet row, int first) throws SQLException {
    return new WaitEvent(
        row.getString(first),
        row.getString(first + 1),
        row.getString(first + 2),
        outcome(row.getString(first + 3)),
        WaitRow.instant(row, first + 4),
        WaitRow.instant(row, first + 5),
        row.getInt(first + 6),
        row.getString(first + 7),
        row.getString(first + 8));
  }

  private static WaitOutcome outcome(String stored) {
    try {
      return WaitOutcome.valueOf(stored);
    } catch (IllegalArgumentException e) {
      throw new DurableWaitsException(
          DurableWaitsException.Kind.SCHEMA,
          "expected one of the outcomes %s, found \"%s\"; read it with the version that stored it"
              .formatted(Arrays.toString(WaitOutcome.values()), stored),
          e);
    }
  }
}
