package io.github.videotasks.contract.durable;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** The CPU time of two workers and PostgreSQL while nothing is due. */
final class IdleProof implements DurableProof.Proof {

  private static final int SECONDS = 30;

  @Override
  public List<ProofRow> run(LocalPostgres database) throws IOException, InterruptedException {
    StoredWaits.create(
        database, 100_000, Duration.ofSeconds(60), "clock_timestamp() + interval '1 hour'");
    String[] options = {"url=" + database.url(), "gateway=0,0,5", "pause=60000"};
    try (WorkerProcess first = WorkerProcess.start(options);
        WorkerProcess second = WorkerProcess.start(options)) {
      Thread.sleep(10_000);
      Duration before = cpu(database, first, second);
      Thread.sleep(SECONDS * 1_000L);
      Duration used = cpu(database, first, second).minus(before);
      return List.of(
          new ProofRow(
              "idle, 100,000 waits, two workers and PostgreSQL together",
              "<= 15 % of one core",
              "%.1f %%".formatted(used.toMillis() / (SECONDS * 10.0))));
    }
  }

  private static Duration cpu(LocalPostgres database, WorkerProcess first, WorkerProcess second) {
    return first.cpu().plus(second.cpu()).plus(database.cpu());
  }
}
