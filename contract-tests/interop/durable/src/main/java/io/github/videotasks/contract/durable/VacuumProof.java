package io.github.videotasks.contract.durable;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The growth of the tables under load while autovacuum is off. */
final class VacuumProof implements DurableProof.Proof {

  private static final int TASKS_PER_SECOND = 50;
  private static final Duration LIFETIME = Duration.ofSeconds(20);
  private static final int SAMPLES = 4;

  private static final String SIZES =
      """
      select relname || ' ' || round(pg_table_size(oid) / 1e6, 1)
        || ' + ' || round(pg_indexes_size(oid) / 1e6, 1)
      from pg_class
      where relnamespace = 'video_tasks'::regnamespace and relkind = 'r'
        and relname in ('wait', 'outbox', 'finished', 'bucket_execution')
      order by relname
      """;

  private final Duration time;

  VacuumProof(Duration time) {
    this.time = time;
  }

  @Override
  public List<ProofRow> run(LocalPostgres database)
      throws IOException, InterruptedException, SQLException {
    Map<String, List<String>> sizes = new LinkedHashMap<>();
    try (TaskLoad load = TaskLoad.start(database.url(), TASKS_PER_SECOND, LIFETIME)) {
      // The p99 is that of a window of 30 s, so the first one is complete by then.
      Thread.sleep(65_000);
      autovacuum(load.probe(), false);
      long begin = recentP99(load);
      long before = load.probe().number(Recovery.POLLS).orElseThrow();
      sample(load.probe(), sizes);
      for (int i = 0; i < SAMPLES; i++) {
        Thread.sleep(time.toMillis() / SAMPLES);
        sample(load.probe(), sizes);
      }
      long end = recentP99(load);
      long steps = load.probe().number(Recovery.POLLS).orElseThrow() - before;
      autovacuum(load.probe(), true);
      List<ProofRow> rows = new ArrayList<>();
      rows.add(
          new ProofRow(
              "autovacuum off for %d s under load: lateness p99 at the end (begin)"
                  .formatted(time.toSeconds()),
              "",
              "%d ms (%d ms), %,d steps".formatted(end, begin, steps)));
      sizes.forEach(
          (table, values) ->
              rows.add(
                  new ProofRow(
                      "the same: MB of `" + table + "` + its indexes, over the time",
                      "bounded",
                      String.join(", ", values))));
      rows.add(load.finish().row("the same"));
      return rows;
    }
  }

  private static void autovacuum(DatabaseProbe probe, boolean on) throws SQLException {
    probe.execute("alter system set autovacuum = " + (on ? "on" : "off"));
    probe.execute("select pg_reload_conf()");
  }

  private static long recentP99(TaskLoad load) {
    return load.workers().stream().mapToLong(worker -> worker.count("recent")).max().orElse(0);
  }

  private static void sample(DatabaseProbe probe, Map<String, List<String>> sizes)
      throws SQLException {
    for (String line : probe.texts(SIZES)) {
      String[] parts = line.split(" ", 2);
      sizes.computeIfAbsent(parts[0], any -> new ArrayList<>()).add(parts[1]);
    }
  }
}
