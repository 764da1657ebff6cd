package io.github.videotasks.contract.durable;

import io.github.videotasks.durable.DurableSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The disk of the tables is full for some time under load, then the disk of a whole PostgreSQL with
 * its write-ahead log.
 */
final class FullDiskProof implements DurableProof.Proof {

  private static final long PHASE_MILLIS = 10_000;
  private static final Duration BOUND = Duration.ofSeconds(60);
  private static final int TASKS_PER_SECOND = 50;
  private static final Duration LIFETIME = Duration.ofSeconds(10);

  @Override
  public List<ProofRow> run(LocalPostgres database)
      throws IOException, InterruptedException, SQLException {
    if (!PostgresPrograms.isRoot()) {
      return List.of(
          new ProofRow("disk full under load", Recovery.GOAL, "not run: root mounts the disk"));
    }
    List<ProofRow> rows = new ArrayList<>(tables(database));
    rows.addAll(log(PostgresServer.of(database).programs()));
    return rows;
  }

  /** PostgreSQL refuses statements that need a further page. */
  private static List<ProofRow> tables(LocalPostgres database)
      throws IOException, InterruptedException, SQLException {
    DurableSchema.migrate(database.dataSource());
    try (SmallDisk disk = SmallDisk.mount(64)) {
      moveTables(database, disk.folder());
      try (TaskLoad load = TaskLoad.start(database.url(), TASKS_PER_SECOND, LIFETIME)) {
        Thread.sleep(PHASE_MILLIS);
        disk.fill();
        Await.until("problems with a full disk", BOUND, () -> load.problems() > 0);
        Thread.sleep(2 * PHASE_MILLIS);
        long problems = load.problems();
        disk.free();
        Recovery recovery = Recovery.measure(load.probe(), System.nanoTime());
        Thread.sleep(PHASE_MILLIS);
        return List.of(
            recovery.row("disk of the tables full under load for 20 s", problems),
            load.drain().row("the same"));
      } finally {
        database.execute("drop schema video_tasks cascade");
        database.execute("drop tablespace small");
      }
    }
  }

  private static void moveTables(LocalPostgres database, Path disk) throws IOException {
    Path folder = Files.createDirectory(disk.resolve("tables"));
    database.execute("create tablespace small location '" + folder + "'");
    database.execute(
        """
        do $$
        declare moved record;
        begin
          for moved in select oid::regclass::text as name, relkind from pg_class
            where relnamespace = 'video_tasks'::regnamespace and relkind in ('r', 'i')
          loop
            execute format('alter %s %s set tablespace small',
              case moved.relkind when 'r' then 'table' else 'index' end, moved.name);
          end loop;
        end $$
        """);
  }

  /** PostgreSQL ends when it cannot extend its log, and is started again. */
  private static List<ProofRow> log(PostgresPrograms programs)
      throws IOException, InterruptedException, SQLException {
    try (SmallDisk disk = SmallDisk.mount(256)) {
      PostgresServer server =
          PostgresServer.create(
              programs,
              disk.folder().resolve("data"),
              PostgresServer.freePort(),
              List.of("min_wal_size = '32MB'", "max_wal_size = '64MB'", "shared_buffers = '64MB'"));
      server.start();
      try (TaskLoad load = TaskLoad.start(server.url(), TASKS_PER_SECOND, LIFETIME)) {
        Thread.sleep(PHASE_MILLIS);
        disk.fill();
        switchLogUntilEnd(server);
        Thread.sleep(PHASE_MILLIS);
        long problems = load.problems();
        disk.free();
        server.start();
        Recovery recovery = Recovery.measure(load.probe(), System.nanoTime());
        Thread.sleep(PHASE_MILLIS);
        return List.of(
            recovery.row(
                "disk of the write-ahead log full: PostgreSQL ends and is started again", problems),
            load.drain().row("the same"));
      } finally {
        server.kill();
      }
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
