package io.github.videotasks.durable;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The waits of a bucket, and the execution of db-scheduler that polls them. */
final class BucketTable {

  static final String TASK = "video-tasks-bucket";
  static final String TABLE = "video_tasks.bucket_execution";

  /** Each gateway has its own limit, so that the waits of one do not hide those of another. */
  private static final String DUE =
      "select "
          + WaitRow.COLUMNS
          + """
           from unnest(?::text[], ?::integer[]) as g(name, capacity)
          cross join lateral (
            select * from video_tasks.wait
            where bucket = ? and gateway = g.name and due_at <= ?
            order by due_at limit g.capacity
          ) w
          """;

  private static final String NEXT =
      """
      select g.name, (select min(due_at) from video_tasks.wait where bucket = ? and gateway = g.name)
      from unnest(?::text[]) as g(name)
      """;

  /** Does nothing if the bucket is running: it looks again after it has been rescheduled. */
  private static final String PULL_FORWARD =
      """
      update video_tasks.bucket_execution set execution_time = ?, version = version + 1
      where task_name = 'video-tasks-bucket' and task_instance = any(?) and not picked
        and execution_time > ?
      """;

  private static final String SEED =
      """
      insert into video_tasks.bucket_execution
        (task_name, task_instance, execution_time, picked, version)
      select 'video-tasks-bucket', n::text, ?, false, 1 from generate_series(0, ?) as n
      on conflict do nothing
      """;

  private final Database database;

  BucketTable(Database database) {
    this.database = database;
  }

  /** Creates the executions of all buckets that do not exist. */
  void seed(Instant now) {
    database.update(SEED, now.atOffset(ZoneOffset.UTC), Buckets.COUNT - 1);
  }

  /**
   * Reads the waits that are due.
   *
   * @param capacities how many of each gateway; the others stay as they are
   */
  List<WaitRow> readDue(int bucket, Instant now, Map<String, Integer> capacities) {
    return database.single(
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(DUE)) {
            statement.setArray(1, connection.createArrayOf("text", capacities.keySet().toArray()));
            statement.setArray(2, connection.createArrayOf("int4", capacities.values().toArray()));
            statement.setInt(3, bucket);
            statement.setObject(4, now.atOffset(ZoneOffset.UTC));
            return rows(statement);
          }
        });
  }

  private static List<WaitRow> rows(PreparedStatement statement) throws SQLException {
    List<WaitRow> due = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        due.add(WaitRow.read(rows));
      }
    }
    return due;
  }

  /** Returns the time of the next poll for each gateway with waits in the bucket. */
  Map<String, Instant> nextDue(int bucket, Collection<String> gateways) {
    return database.single(
        connection -> {
          Map<String, Instant> next = new HashMap<>();
          try (PreparedStatement statement = connection.prepareStatement(NEXT)) {
            statement.setInt(1, bucket);
            statement.setArray(2, connection.createArrayOf("text", gateways.toArray()));
            try (ResultSet rows = statement.executeQuery()) {
              while (rows.next()) {
                if (rows.getObject(2) != null) {
                  next.put(rows.getString(1), WaitRow.instant(rows, 2));
                }
              }
            }
          }
          return next;
        });
  }

  /**
   * Lets buckets that are not running begin at a time, if they would begin later.
   *
   * <p>Call it after the commit of the wait that is due. A bucket that is running then is either
   * rescheduled before this call, or sees the wait when it looks again.
   *
   * @return how many begin earlier
   */
  int pullForward(Collection<Integer> buckets, Instant time) {
    return database.single(connection -> pullForward(connection, buckets, time));
  }

  private static int pullForward(Connection connection, Collection<Integer> buckets, Instant time)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(PULL_FORWARD)) {
      statement.setObject(1, time.atOffset(ZoneOffset.UTC));
      statement.setArray(
          2, connection.createArrayOf("text", buckets.stream().map(String::valueOf).toArray()));
      statement.setObject(3, time.atOffset(ZoneOffset.UTC));
      return statement.executeUpdate();
    }
  }
}
