package io.github.videotasks.contract.durable;

import io.github.videotasks.durable.DurableSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** The disk of the tables is full under load: PostgreSQL refuses statements that need a page. */
final class FullDiskProof implements DurableProof.Proof {

  private static final long PHASE_MILLIS = 10_000;
  private static final Duration BOUND = Duration.ofMinutes(1);
  private static final int TASKS_PER_SECOND = 50;
  private static final Duration LIFETIME = Duration.ofSeconds(10);

  @Override
  public List<ProofRow> run(LocalPostgres database)
      throws IOException, InterruptedException, SQLException {
    if (!PostgresPrograms.isRoot()) {
      return List.of(
          new ProofRow(
              "disk full under load", Recovery.GOAL, "not run: mounting the disk needs root"));
    }
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
            load.finish().row("the same"));
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
}
