package io.github.videotasks.contract.durable;

import io.github.videotasks.durable.DurableGateway;
import io.github.videotasks.durable.DurableWaits;
import io.github.videotasks.ext.polling.WaitPolicy;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** PostgreSQL refuses each step of one wait for 20 s. */
final class SqlErrorProof implements DurableProof.Proof {

  private static final int WAITS = 320;
  private static final int PHASE_SECONDS = 20;
  private static final Duration BOUND = Duration.ofMinutes(2);

  private static final String REFUSED = "task = 'task_7'";
  private static final String BUCKET =
      "(select bucket from video_tasks.wait where " + REFUSED + ")";
  private static final String SAME_BUCKET = "task <> 'task_7' and bucket = " + BUCKET;
  private static final String OTHERS = "bucket <> " + BUCKET;

  private static final String REFUSE =
      """
      create function refuse() returns trigger language plpgsql as
        $$ begin raise exception 'refused for a measurement'; end $$;
      create trigger refuse before update or delete on video_tasks.wait
        for each row when (old.%s) execute function refuse()
      """
          .formatted(REFUSED);

  @Override
  public List<ProofRow> run(LocalPostgres database)
      throws IOException, InterruptedException, SQLException {
    watchAll(database);
    DatabaseProbe probe = new DatabaseProbe(database.url());
    String[] options = {
      "url=" + database.url(), "gateway=" + Long.MAX_VALUE / 2 + ",0,5", "pause=2000"
    };
    try (WorkerProcess first = WorkerProcess.start(options);
        WorkerProcess second = WorkerProcess.start(options)) {
      Await.until("no late wait", BOUND, () -> probe.is(0, Recovery.LATE));
      Lateness before = Lateness.sample(probe);
      probe.execute(REFUSE);
      Lateness during = Lateness.sample(probe);
      probe.execute("drop trigger refuse on video_tasks.wait");
      long cured = System.nanoTime();
      double bucket = secondsToStep(probe, SAME_BUCKET, cured);
      double wait = secondsToStep(probe, REFUSED, cured);
      Thread.sleep(1_500);
      List<String> problems =
          Stream.concat(first.problems().stream(), second.problems().stream()).toList();
      return List.of(
          new ProofRow(
              "one wait refused by PostgreSQL for 20 s: most lateness of the waits in other buckets"
                  + " (before)",
              "as before",
              during.others + " ms (" + before.others + " ms)"),
          new ProofRow(
              "the same: most lateness of the other waits in its bucket (before)",
              "",
              during.sameBucket + " ms (" + before.sameBucket + " ms)"),
          new ProofRow(
              "the same: first step after the cure, of its bucket and of the wait",
              Recovery.GOAL,
              "%.1f s, %.1f s".formatted(bucket, wait)),
          new ProofRow("the same: problems reported", "each is reported", describe(problems)));
    }
  }

  /** In their own buckets, unlike copies of a stored wait. */
  private static void watchAll(LocalPostgres database) {
    WaitPolicy policy = WorkerNode.policy(Duration.ofSeconds(2));
    DurableGateway gateway = DurableGateway.of(WorkerNode.GATEWAY, new SimulatedTasks(0, 0, 0));
    try (DurableWaits waits =
        DurableWaits.on(database.dataSource(), gateway)
            .schedule("fixed", policy.schedule())
            .build()) {
      for (int i = 0; i < WAITS; i++) {
        waits.watch(WorkerNode.GATEWAY, "task_" + i, policy);
      }
    }
  }

  /** The most lateness within some seconds, in ms. */
  private record Lateness(long others, long sameBucket) {

    static Lateness sample(DatabaseProbe probe) throws InterruptedException {
      long others = 0;
      long sameBucket = 0;
      long end = System.nanoTime() + Duration.ofSeconds(PHASE_SECONDS).toNanos();
      while (System.nanoTime() < end) {
        others = Math.max(others, mostLate(probe, OTHERS));
        sameBucket = Math.max(sameBucket, mostLate(probe, SAME_BUCKET));
        Thread.sleep(50);
      }
      return new Lateness(others, sameBucket);
    }

    private static long mostLate(DatabaseProbe probe, String which) {
      return probe
          .number(
              "select greatest(0, round(extract(epoch from clock_timestamp() - min(due_at)) *"
                  + " 1000))::bigint from video_tasks.wait where "
                  + which)
          .orElse(0);
    }
  }

  private static double secondsToStep(DatabaseProbe probe, String which, long cured)
      throws InterruptedException {
    String epochs = "select sum(epoch)::bigint from video_tasks.wait where " + which;
    long before = probe.number(epochs).orElseThrow();
    Await.until("a step of " + which, BOUND, () -> probe.number(epochs).orElse(before) > before);
    return ThroughputProof.seconds(cured);
  }

  private static String describe(List<String> problems) {
    return problems.size() + problems.stream().findFirst().map(text -> ": " + text).orElse("");
  }
}
