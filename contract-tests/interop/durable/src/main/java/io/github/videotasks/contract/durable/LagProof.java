package io.github.videotasks.contract.durable;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** The lateness of the polls of 100,000 waits that are polled once a minute by two workers. */
final class LagProof implements DurableProof.Proof {

  private static final int WAITS = 100_000;

  @Override
  public List<ProofRow> run(LocalPostgres database) throws IOException, InterruptedException {
    StoredWaits.create(
        database,
        WAITS,
        Duration.ofSeconds(60),
        "clock_timestamp() + interval '10 seconds' + random() * interval '60 seconds'");
    String[] options = {
      "url=" + database.url(),
      "events=true",
      "gateway=" + (System.currentTimeMillis() + 150_000) + ",0,20",
      "pause=60000",
      "inflight=2048"
    };
    try (WorkerProcess first = WorkerProcess.start(options);
        WorkerProcess second = WorkerProcess.start(options)) {
      while (database.number("select count(*) from video_tasks.wait") > 0) {
        Thread.sleep(1_000);
      }
      Thread.sleep(1_500);
      return List.of(
          new ProofRow(
              "100,000 waits at 60 s on two workers: lateness p99 (p50)",
              "<= 1,000 ms",
              "%d ms (%d ms)"
                  .formatted(
                      Math.max(first.count("p99"), second.count("p99")),
                      Math.max(first.count("p50"), second.count("p50")))),
          ProofRow.ofEvents("the same: lost, doubled", database, WAITS),
          EndAudit.deliveriesOf(database, WAITS));
    }
  }
}
