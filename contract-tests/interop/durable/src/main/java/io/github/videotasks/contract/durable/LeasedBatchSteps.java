package io.github.videotasks.contract.durable;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/** Batches of 500 waits that are locked, stepped and written back in one transaction. */
final class LeasedBatchSteps {

  private static final int THREADS = 4;

  private final LocalPostgres database;

  LeasedBatchSteps(LocalPostgres database) {
    this.database = database;
  }

  /** Returns the steps per second. */
  StepRate run(int count) {
    database.execute("drop table if exists leased");
    database.execute("create table leased (like video_tasks.wait including all)");
    database.execute("insert into leased select * from video_tasks.wait");
    database.execute("update leased set due_at = clock_timestamp()");
    database.execute("create index on leased (due_at)");
    database.execute("vacuum analyze leased");
    StepRate.Measurement start = StepRate.start(database);
    CompletableFuture<?>[] threads =
        IntStream.range(0, THREADS)
            .mapToObj(any -> CompletableFuture.runAsync(this::stepAll))
            .toArray(CompletableFuture[]::new);
    CompletableFuture.allOf(threads).join();
    return start.stop(count);
  }

  private void stepAll() {
    try (Connection connection = database.dataSource().getConnection()) {
      connection.setAutoCommit(false);
      int steps = stepBatch(connection);
      while (steps > 0) {
        steps = stepBatch(connection);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static int stepBatch(Connection connection) throws SQLException {
    List<String> tasks = new ArrayList<>();
    List<String> snapshots = new ArrayList<>();
    Instant now = Instant.now();
    try (PreparedStatement read =
            connection.prepareStatement(
                "select task, snapshot from leased where due_at <= clock_timestamp()"
                    + " order by due_at limit 500 for update skip locked");
        ResultSet rows = read.executeQuery()) {
      while (rows.next()) {
        tasks.add(rows.getString(1));
        snapshots.add(ThroughputProof.step(rows.getString(2), now));
      }
    }
    try (PreparedStatement write =
        connection.prepareStatement(
            "update leased l set snapshot = s.snapshot, due_at = clock_timestamp() + interval"
                + " '10 minutes' from unnest(?::text[], ?::text[]) as s(task, snapshot)"
                + " where l.gateway = 'demo' and l.task = s.task")) {
      write.setArray(1, connection.createArrayOf("text", tasks.toArray()));
      write.setArray(2, connection.createArrayOf("text", snapshots.toArray()));
      write.executeUpdate();
    }
    connection.commit();
    return tasks.size();
  }
}
