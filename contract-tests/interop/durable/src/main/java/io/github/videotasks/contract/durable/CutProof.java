package io.github.videotasks.contract.durable;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;

/**
 * Two workers are cut off from the database for 30 s: all connections end, new ones are refused.
 */
final class CutProof implements DurableProof.Proof {

  private static final int WAITS = 2_000;

  @Override
  public List<ProofRow> run(LocalPostgres database)
      throws IOException, InterruptedException, SQLException {
    StoredWaits.create(database, WAITS, Duration.ofSeconds(2), "clock_timestamp()");
    String[] options = {
      "url=" + database.url(),
      "events=true",
      "gateway=" + (System.currentTimeMillis() + 60_000) + ",0,5",
      "pause=2000"
    };
    try (WorkerProcess first = WorkerProcess.start(options);
        WorkerProcess second = WorkerProcess.start(options)) {
      Thread.sleep(10_000);
      cut(database, false);
      Thread.sleep(30_000);
      cut(database, true);
      long cured = System.nanoTime();
      long before = database.number("select sum(epoch) from video_tasks.wait");
      while (database.number("select sum(epoch) from video_tasks.wait") == before) {
        Thread.sleep(10);
      }
      double seconds = ThroughputProof.seconds(cured);
      while (database.number("select count(*) from video_tasks.wait") > 0) {
        Thread.sleep(100);
      }
      return List.of(
          new ProofRow(
              "workers cut off from the database for 30 s: first step after the cure",
              "<= 2 s",
              "%.1f s; %d problems reported"
                  .formatted(seconds, first.count("problems") + second.count("problems"))),
          ProofRow.ofEvents("the same: tasks lost, doubled", database, WAITS),
          EndAudit.deliveriesOf(database, WAITS));
    }
  }

  private static void cut(LocalPostgres database, boolean allowed) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(database.url().replace("/postgres?", "/template1?"));
        Statement statement = connection.createStatement()) {
      statement.execute("alter database postgres allow_connections " + allowed);
      if (!allowed) {
        statement.execute(
            "select pg_terminate_backend(pid) from pg_stat_activity where datname = 'postgres'");
      }
    }
  }
}
