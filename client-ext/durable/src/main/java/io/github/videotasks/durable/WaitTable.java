package io.github.videotasks.durable;

import io.github.videotasks.ext.polling.WaitSnapshot;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The statements for one wait, from outside of its bucket. */
final class WaitTable {

  /**
   * The first epoch is the time in milliseconds. Each step adds one and takes longer than one, so a
   * late step of an ended wait does not fit a later wait for the same task.
   */
  private static final String INSERT =
      """
      insert into video_tasks.wait
        (gateway, task, bucket, due_at, epoch, nudges, started_at, policy, snapshot)
      values (?, ?, ?, ?, (extract(epoch from clock_timestamp()) * 1000)::bigint, 0, ?, ?, ?)
      on conflict do nothing
      """;

  /** A wait with a slow poll is due after the step of that poll. */
  private static final String NUDGE =
      """
      update video_tasks.wait set nudges = nudges + 1,
        due_at = case when holder is null then least(due_at, clock_timestamp()) else due_at end
      where gateway = ? and task = ?
      """;

  /**
   * The end of a wait by a call: its epoch does not matter, a step in flight is refused. The number
   * of polls is searched in the text of the snapshot, because a wait must be cancelled whatever its
   * snapshot is. A quotation mark within a string is escaped, hence not followed by a colon.
   */
  private static final String CANCEL =
      """
      with gone as (
        delete from video_tasks.wait where gateway = ? and task = ?
        returning gateway, task, 'CANCELLED' as outcome, started_at, clock_timestamp() as ended_at,
          coalesce(substring(snapshot from '"polls":([0-9]{1,9})')::integer, 0) as polls,
          null::text as status, null::text as problem, null::real as seconds
      ),
      """
          + EventRows.WRITE_GONE
          + "select count(*) from gone";

  private static final String OPEN =
      "select snapshot, due_at from video_tasks.wait where gateway = ? and task = ?";

  private static final String ENDED =
      "select "
          + EventRows.KEY
          + ", "
          + EventRows.COLUMNS
          + " from video_tasks.finished where gateway = ? and task = ?";

  private final Database database;

  WaitTable(Database database) {
    this.database = database;
  }

  /**
   * Stores a new wait.
   *
   * @return false if there is one, or it has ended
   */
  boolean insert(WaitSnapshot snapshot, String gateway, String policy, Instant now) {
    String task = snapshot.id().value();
    return database.transaction(
        connection -> {
          if (insertRow(connection, snapshot, gateway, policy, now) == 0) {
            return false;
          }
          // A completion may have committed while the insert waited for its deleted row, so only a
          // later statement sees it.
          if (readEnd(connection, gateway, task) == null) {
            return true;
          }
          connection.rollback();
          return false;
        });
  }

  private static int insertRow(
      Connection connection, WaitSnapshot snapshot, String gateway, String policy, Instant now)
      throws SQLException {
    String task = snapshot.id().value();
    try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
      statement.setString(1, gateway);
      statement.setString(2, task);
      statement.setInt(3, Buckets.of(gateway, task));
      statement.setObject(4, now.atOffset(ZoneOffset.UTC));
      statement.setObject(5, now.atOffset(ZoneOffset.UTC));
      statement.setString(6, policy);
      statement.setString(7, snapshot.toJson());
      return statement.executeUpdate();
    }
  }

  boolean nudge(String gateway, String task) {
    return database.update(NUDGE, gateway, task) > 0;
  }

  boolean cancel(String gateway, String task) {
    return database.single(
        connection -> {
          try (PreparedStatement statement = keyed(connection, CANCEL, gateway, task);
              ResultSet rows = statement.executeQuery()) {
            return rows.next() && rows.getLong(1) > 0;
          }
        });
  }

  /** The open wait is read first, so that a wait that ends meanwhile is found in one of the two. */
  @Nullable WaitState state(String gateway, String task) {
    return database
        .single(connection -> Optional.ofNullable(read(connection, gateway, task)))
        .orElse(null);
  }

  /** Returns the end of a wait; null if it has not ended within the retention. */
  @Nullable WaitState end(String gateway, String task) {
    return database
        .single(connection -> Optional.ofNullable(readEnd(connection, gateway, task)))
        .orElse(null);
  }

  private static @Nullable WaitState read(Connection connection, String gateway, String task)
      throws SQLException {
    WaitState open = readOpen(connection, gateway, task);
    return open == null ? readEnd(connection, gateway, task) : open;
  }

  private static @Nullable WaitState readOpen(Connection connection, String gateway, String task)
      throws SQLException {
    try (PreparedStatement statement = keyed(connection, OPEN, gateway, task);
        ResultSet rows = statement.executeQuery()) {
      return rows.next()
          ? new WaitState.Open(snapshot(rows.getString(1)), WaitRow.instant(rows, 2))
          : null;
    }
  }

  /** The message of the parser contains the path of a property, but no value. */
  private static WaitSnapshot snapshot(String json) {
    try {
      return WaitSnapshot.parse(json);
    } catch (IllegalArgumentException e) {
      throw new DurableWaitsException(
          DurableWaitsException.Kind.SCHEMA,
          "expected a stored wait that this version can read, found another one; read it with the"
              + " version that stored it, or cancel the wait",
          e);
    }
  }

  private static @Nullable WaitState readEnd(Connection connection, String gateway, String task)
      throws SQLException {
    try (PreparedStatement statement = keyed(connection, ENDED, gateway, task);
        ResultSet rows = statement.executeQuery()) {
      return rows.next() ? new WaitState.Ended(EventRows.read(rows, 1)) : null;
    }
  }

  private static PreparedStatement keyed(
      Connection connection, String sql, String gateway, String task) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    statement.setString(1, gateway);
    statement.setString(2, task);
    return statement;
  }
}
