package io.github.videotasks.contract.durable;

import io.github.videotasks.durable.DurableGateway;
import io.github.videotasks.durable.DurableWaits;
import io.github.videotasks.ext.polling.WaitPolicy;
import java.time.Duration;
import java.util.List;

/**
 * Steps per second without HTTP: durable waits, one execution of db-scheduler for each wait, and
 * leased batches in SQL of our own. The same snapshots, the same step, the same database.
 */
final class ThroughputProof implements DurableProof.Proof {

  private static final int WAITS = 100_000;
  private static final int PLAIN_WAITS = 15_000;
  private static final Duration PAUSE = Duration.ofMinutes(10);

  @Override
  public List<ProofRow> run(LocalPostgres database) throws Exception {
    double buckets = buckets(database);
    double plain = new PlainSchedulerSteps(database).run(PLAIN_WAITS);
    double leased = new LeasedBatchSteps(database).run(WAITS);
    return List.of(
        new ProofRow(
            "steps/s without HTTP, fsync on, one node",
            ">= 20,000 and >= 8 x plain",
            "%,.0f (%.1f x plain)".formatted(buckets, buckets / plain)),
        new ProofRow(
            "the same, plain db-scheduler, one execution for each wait",
            "",
            "%,.0f".formatted(plain)),
        new ProofRow("the same, leased batches of 500 in SQL", "", "%,.0f".formatted(leased)));
  }

  private static double buckets(LocalPostgres database) throws InterruptedException {
    NodeStatistics statistics = new NodeStatistics();
    WaitPolicy policy = WorkerNode.policy(PAUSE);
    DurableGateway gateway =
        DurableGateway.of(WorkerNode.GATEWAY, new SimulatedTasks(Long.MAX_VALUE, 0, 0))
            .withMaxInFlight(100_000);
    try (DurableWaits waits =
        DurableWaits.on(database.dataSource(), gateway)
            .schedule("fixed", policy.schedule())
            .listener(statistics)
            .build()) {
      waits.watch(WorkerNode.GATEWAY, "task_0", policy);
      // Once as a warm-up of the JVM, and once measured.
      database.copyWait(WAITS / 4, "clock_timestamp()");
      waits.start();
      awaitPolls(statistics, WAITS / 4);
      database.execute("delete from video_tasks.wait where task <> 'task_0'");
      long before = statistics.polls();
      // Due at the same time after the rows are written, so that only the steps are measured.
      database.copyWait(WAITS, "clock_timestamp() + interval '15 seconds'");
      while (statistics.polls() == before) {
        Thread.sleep(1);
      }
      long start = System.nanoTime();
      awaitPolls(statistics, before + WAITS - 1);
      return WAITS / seconds(start);
    }
  }

  private static void awaitPolls(NodeStatistics statistics, long count)
      throws InterruptedException {
    while (statistics.polls() < count) {
      Thread.sleep(1);
    }
  }

  static double seconds(long startNanos) {
    return (System.nanoTime() - startNanos) / 1e9;
  }
}
