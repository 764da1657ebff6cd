package io.github.videotasks.contract.durable;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** The size of a million waits, and the time to read a batch of them. */
final class StorageProof implements DurableProof.Proof {

  private static final int WAITS = 1_000_000;
  private static final int READS = 1_000;

  @Override
  public List<ProofRow> run(LocalPostgres database) throws SQLException {
    StoredWaits.create(
        database,
        WAITS,
        Duration.ofSeconds(60),
        "clock_timestamp() - random() * interval '1 hour'");
    double megabytes =
        Double.parseDouble(database.text("select pg_total_relation_size('video_tasks.wait')"))
            / 1e6;
    long[] micros = readBatches(database);
    Arrays.sort(micros);
    return List.of(
        new ProofRow(
            "1,000,000 waits stored, with indexes", "<= 1,000 MB", "%,.0f MB".formatted(megabytes)),
        new ProofRow(
            "reading a batch of 500 of them, p99 of 1,000",
            "<= 50 ms",
            "%.1f ms (p50 %.1f ms)"
                .formatted(micros[READS * 99 / 100] / 1e3, micros[READS / 2] / 1e3)));
  }

  private static long[] readBatches(LocalPostgres database) throws SQLException {
    long[] micros = new long[READS];
    try (Connection connection = database.dataSource().getConnection();
        PreparedStatement read =
            connection.prepareStatement(
                "select * from video_tasks.wait where bucket = ? and gateway = 'demo' and"
                    + " due_at <= clock_timestamp() order by due_at limit 500")) {
      for (int i = 0; i < READS; i++) {
        read.setInt(1, i % 64);
        long start = System.nanoTime();
        try (ResultSet rows = read.executeQuery()) {
          while (rows.next()) {
            rows.getString("snapshot");
          }
        }
        micros[i] = (System.nanoTime() - start) / 1_000;
      }
    }
    return micros;
  }
}
