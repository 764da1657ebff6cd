package io.github.videotasks.contract.durable;

import io.github.videotasks.durable.DurableGateway;
import io.github.videotasks.durable.DurableWaits;
import io.github.videotasks.ext.payload.TaskState;
import io.github.videotasks.ext.polling.PollSteps;
import io.github.videotasks.ext.polling.WaitSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Steps per second without HTTP: durable waits, one execution of db-scheduler for each wait, and
 * leased batches in SQL of our own. The same snapshots, the same step, the same database.
 */
final class ThroughputProof implements DurableProof.Proof {

  private static final int WAITS = 100_000;
  private static final int PLAIN_WAITS = 15_000;
  private static final Duration PAUSE = Duration.ofMinutes(10);
  private static final SimulatedTasks TASKS = new SimulatedTasks(Long.MAX_VALUE, 0, 0);

  static final PollSteps STEPS = PollSteps.of(WorkerNode.policy(PAUSE));

  @Override
  public List<ProofRow> run(LocalPostgres database) throws Exception {
    StepRate buckets = warm(() -> bucketSteps(database));
    StepRate plain = warm(() -> new PlainSchedulerSteps(database).run(PLAIN_WAITS));
    StepRate leased = warm(() -> new LeasedBatchSteps(database).run(WAITS));
    return List.of(
        new ProofRow(
            "steps/s without HTTP, fsync on, one node",
            ">= 20,000 and >= 8 x plain",
            "%s (%.1f x plain)".formatted(buckets, buckets.perSecond() / plain.perSecond())),
        new ProofRow(
            "the same, plain db-scheduler, one execution for each wait", "", plain.toString()),
        new ProofRow("the same, leased batches of 500 in SQL", "", leased.toString()));
  }

  /** A run of one implementation. */
  @FunctionalInterface
  private interface Run {
    StepRate steps() throws InterruptedException;
  }

  /** Once as a warm-up of the JVM, and once measured: a node runs for days. */
  private static StepRate warm(Run run) throws InterruptedException {
    run.steps();
    return run.steps();
  }

  /** All waits are due before the node starts. */
  private static StepRate bucketSteps(LocalPostgres database) throws InterruptedException {
    StoredWaits.create(database, WAITS, PAUSE, "clock_timestamp()");
    NodeStatistics statistics = new NodeStatistics();
    DurableGateway gateway = DurableGateway.of(WorkerNode.GATEWAY, TASKS).withMaxInFlight(100_000);
    try (DurableWaits waits =
        DurableWaits.on(database.dataSource(), gateway)
            .schedule("fixed", WorkerNode.policy(PAUSE).schedule())
            .listener(statistics)
            .build()) {
      StepRate.Measurement start = StepRate.start(database);
      waits.start();
      while (statistics.polls() < WAITS) {
        Thread.sleep(1);
      }
      return start.stop(WAITS);
    }
  }

  /** Returns the snapshot after a poll at a time, for the implementations to compare with. */
  static String step(String snapshot, Instant now) {
    WaitSnapshot before = WaitSnapshot.parse(snapshot);
    TaskState state = TASKS.fetch(before.id(), Duration.ofSeconds(1)).join();
    return STEPS.afterResponse(before, state, now).snapshot().toJson();
  }

  static double seconds(long startNanos) {
    return (System.nanoTime() - startNanos) / 1e9;
  }
}
