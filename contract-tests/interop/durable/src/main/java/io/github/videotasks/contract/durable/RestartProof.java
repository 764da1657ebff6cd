package io.github.videotasks.contract.durable;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** PostgreSQL is stopped under load and started again, then it crashes. */
final class RestartProof implements DurableProof.Proof {

  private static final long PHASE_MILLIS = 10_000;
  private static final long OUTAGE_MILLIS = 5_000;

  @Override
  public List<ProofRow> run(LocalPostgres database)
      throws IOException, InterruptedException, SQLException {
    PostgresServer server = PostgresServer.of(database);
    try (TaskLoad load = TaskLoad.start(database.url(), 50, Duration.ofSeconds(10))) {
      Recovery stop = restart(server, "fast", load);
      long problems = load.problems();
      Recovery crash = restart(server, "immediate", load);
      long all = load.problems();
      Thread.sleep(PHASE_MILLIS);
      return List.of(
          stop.row("PostgreSQL stopped under load for 5 s (mode fast)", problems),
          crash.row("PostgreSQL crashed under load (mode immediate), off for 5 s", all - problems),
          load.finish().row("both"));
    }
  }

  private static Recovery restart(PostgresServer server, String mode, TaskLoad load)
      throws IOException, InterruptedException {
    Thread.sleep(PHASE_MILLIS);
    server.stop(mode);
    Thread.sleep(OUTAGE_MILLIS);
    server.start();
    return Recovery.measure(load.probe(), System.nanoTime());
  }
}
