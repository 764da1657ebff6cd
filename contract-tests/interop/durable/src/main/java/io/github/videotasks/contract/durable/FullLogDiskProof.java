package io.github.videotasks.contract.durable;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/**
 * The disk of a whole PostgreSQL is full under load. It ends when it cannot extend its write-ahead
 * log, and is started again when there is space.
 */
final class FullLogDiskProof implements DurableProof.Proof {

  private static final String WHAT =
      "disk of the write-ahead log full under load: PostgreSQL ends, and is started again";
  private static final long PHASE_MILLIS = 10_000;
  private static final Duration BOUND = Duration.ofMinutes(2);

  @Override
  public List<ProofRow> run(LocalPostgres database)
      throws IOException, InterruptedException, SQLException {
    if (!PostgresPrograms.isRoot()) {
      return List.of(new ProofRow(WHAT, Recovery.GOAL, "not run: mounting the disk needs root"));
    }
    try (SmallDisk disk = SmallDisk.mount(256)) {
      PostgresServer server =
          PostgresServer.create(
              PostgresServer.of(database).programs(),
              disk.folder().resolve("data"),
              PostgresServer.freePort(),
              List.of("min_wal_size = '32MB'", "max_wal_size = '64MB'", "shared_buffers = '64MB'"));
      try {
        server.start();
        return fillUnderLoad(server, disk);
      } finally {
        server.kill();
      }
    }
  }

  private static List<ProofRow> fillUnderLoad(PostgresServer server, SmallDisk disk)
      throws IOException, InterruptedException, SQLException {
    try (TaskLoad load = TaskLoad.start(server.url(), 50, Duration.ofSeconds(10))) {
      Thread.sleep(PHASE_MILLIS);
      disk.fill();
      switchLogUntilEnd(server);
      Thread.sleep(PHASE_MILLIS);
      long problems = load.problems();
      disk.free();
      server.start();
      Recovery recovery = Recovery.measure(load.probe(), System.nanoTime());
      Thread.sleep(PHASE_MILLIS);
      return List.of(recovery.row(WHAT, problems), load.finish().row("the same"));
    }
  }

  /** Needs further segments of the log sooner than the load alone. */
  private static void switchLogUntilEnd(PostgresServer server) throws InterruptedException {
    DatabaseProbe probe = new DatabaseProbe(server.url());
    Await.until(
        "the end of PostgreSQL on a full disk",
        BOUND,
        () -> {
          probe.number("select count(pg_switch_wal())");
          return !server.isRunning();
        });
  }
}
