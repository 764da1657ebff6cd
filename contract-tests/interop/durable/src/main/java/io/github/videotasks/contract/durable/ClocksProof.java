package io.github.videotasks.contract.durable;

import io.github.videotasks.contract.durable.EndingGateway.RecordedPoll;
import io.github.videotasks.durable.DurableGateway;
import io.github.videotasks.durable.DurableSchema;
import io.github.videotasks.durable.DurableWaits;
import io.github.videotasks.ext.polling.WaitPolicy;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/**
 * Three workers, two of them with a wrong wall clock, or none as a control: deadlines and pauses
 * are kept, nobody is regarded as dead, and a worker that is killed is taken over.
 */
final class ClocksProof implements DurableProof.Proof {

  private static final int ENDING = 100;
  private static final int ENDLESS = 100;
  private static final Duration PAUSE = Duration.ofSeconds(2);
  private static final Duration DEADLINE = Duration.ofSeconds(30);
  private static final Executor CALLERS = Executors.newFixedThreadPool(16);

  private final int skewSeconds;

  /**
   * Sets the wrong clocks.
   *
   * @param skewSeconds how many seconds the first worker is ahead and the second one behind
   */
  ClocksProof(int skewSeconds) {
    this.skewSeconds = skewSeconds;
  }

  @Override
  public List<ProofRow> run(LocalPostgres database) throws IOException, InterruptedException {
    Optional<FakeClock> fake = FakeClock.find();
    if (fake.isEmpty()) {
      return List.of(
          new ProofRow("wrong wall clocks", "", "not run: no libfaketime (package faketime)"));
    }
    DurableSchema.migrate(database.dataSource());
    EndAudit.install(database);
    try (EndingGateway gateway = new EndingGateway(Duration.ofMillis(80))) {
      String[] options = {
        "url=" + database.url(), "gateway=" + gateway.baseUrl(), "pause=" + PAUSE.toMillis()
      };
      List<WorkerProcess> workers =
          List.of(
              startSkewed(fake.get(), skewSeconds, options),
              startSkewed(fake.get(), -skewSeconds, options),
              WorkerProcess.start(options));
      try {
        return run(database, gateway, workers);
      } finally {
        workers.forEach(WorkerProcess::close);
      }
    }
  }

  private static WorkerProcess startSkewed(FakeClock fake, int seconds, String... options)
      throws IOException {
    String classPath = System.getProperty("java.class.path");
    return WorkerProcess.start(fake.environment(seconds), classPath, options);
  }

  private List<ProofRow> run(
      LocalPostgres database, EndingGateway gateway, List<WorkerProcess> workers)
      throws InterruptedException {
    List<ProofRow> rows = new ArrayList<>();
    rows.add(clocks(workers));
    watchAll(database);
    awaitFinished(database, ENDLESS);
    rows.add(deadlines(database));
    rows.add(pauses(gateway.polls()));
    rows.add(lateness(workers));
    rows.add(
        new ProofRow(
            "the same: takeovers while all three live",
            "0",
            String.valueOf(workers.stream().mapToLong(it -> it.count("takeovers")).sum())));
    WorkerProcess right = workers.get(2);
    WorkerBuckets.awaitSome(database, right);
    right.kill();
    gateway.startEnding(0, ENDING);
    rows.add(
        new ProofRow(
            "the same: takeover after the right one is killed, heartbeat 1 s",
            "<= 6 s + a poll",
            "%.1f s".formatted(WorkerBuckets.awaitTakeover(database, right))));
    awaitFinished(database, ENDLESS + ENDING);
    rows.add(ProofRow.ofEvents("the same: tasks lost, doubled", database, ENDLESS + ENDING));
    return rows;
  }

  /** What the workers report, compared with the clocks of this process. */
  private ProofRow clocks(List<WorkerProcess> workers) throws InterruptedException {
    List<String> skews = new ArrayList<>();
    long monotonicSkew = 0;
    for (WorkerProcess worker : workers) {
      while (worker.count("monotonic") == 0) {
        Thread.sleep(50);
      }
      long wall = System.currentTimeMillis() - WorkerNode.monotonicMillis();
      skews.add("%+d s".formatted(Math.round((worker.count("wall") - wall) / 1e3)));
      long monotonic = Math.abs(worker.count("monotonic") - WorkerNode.monotonicMillis());
      monotonicSkew = Math.max(monotonicSkew, monotonic);
    }
    List<String> expected =
        List.of("%+d s".formatted(skewSeconds), "%+d s".formatted(-skewSeconds), "+0 s");
    if (!skews.equals(expected) || monotonicSkew > 60_000) {
      throw new IllegalStateException(
          "expected the wall clocks %s and the same monotonic clock, found %s and a monotonic clock that differs by %d ms; check libfaketime"
              .formatted(expected, skews, monotonicSkew));
    }
    return new ProofRow(
        "wall clocks of three workers, as they see them, on the same monotonic clock",
        "",
        String.join(", ", skews));
  }

  private static void watchAll(LocalPostgres database) {
    WaitPolicy policy = WorkerNode.policy(PAUSE).withJitter(0);
    DurableGateway gateway = DurableGateway.of(WorkerNode.GATEWAY, new SimulatedTasks(0, 0, 0));
    try (DurableWaits waits =
        DurableWaits.on(database.dataSource(), gateway)
            .schedule("fixed", policy.schedule())
            .build()) {
      List<CompletableFuture<Void>> watches = new ArrayList<>();
      for (int i = 0; i < ENDING + ENDLESS; i++) {
        String task = "task_" + i;
        WaitPolicy each = i < ENDING ? policy : policy.withDeadline(DEADLINE);
        watches.add(
            CompletableFuture.runAsync(() -> waits.watch(WorkerNode.GATEWAY, task, each), CALLERS));
      }
      watches.forEach(CompletableFuture::join);
    }
  }

  private static void awaitFinished(LocalPostgres database, int count) throws InterruptedException {
    while (database.number("select count(*) from video_tasks.finished") < count) {
      Thread.sleep(200);
    }
  }

  private static ProofRow deadlines(LocalPostgres database) {
    String seconds =
        "select coalesce(%s(extract(epoch from ended_at - started_at)), 0) - "
            + DEADLINE.toSeconds()
            + " from video_tasks.finished where outcome = 'TIMED_OUT'";
    return new ProofRow(
        "the same: end of %d waits with a deadline of %d s, earliest and latest after the deadline"
            .formatted(ENDLESS, DEADLINE.toSeconds()),
        ">= 0 s, <= 1 s",
        "%.2f s, %.2f s"
            .formatted(
                Double.parseDouble(database.text(seconds.formatted("min"))),
                Double.parseDouble(database.text(seconds.formatted("max")))));
  }

  /** Only of tasks without a deadline, which would shorten the last pause. */
  private static ProofRow pauses(List<RecordedPoll> polls) {
    Map<Integer, Long> last = new HashMap<>();
    long shortest = Long.MAX_VALUE;
    long longest = 0;
    for (RecordedPoll poll : polls) {
      Long before = poll.task() < ENDING ? last.put(poll.task(), poll.nanos()) : null;
      if (before != null) {
        shortest = Math.min(shortest, poll.nanos() - before);
        longest = Math.max(longest, poll.nanos() - before);
      }
    }
    return new ProofRow(
        "the same: shortest and longest time between two polls of a task with a pause of %d s, by the gateway"
            .formatted(PAUSE.toSeconds()),
        ">= 2 s, <= 3 s",
        "%.2f s, %.2f s".formatted(shortest / 1e9, longest / 1e9));
  }

  private static ProofRow lateness(List<WorkerProcess> workers) {
    return new ProofRow(
        "the same: lateness of the polls p99, each worker",
        "<= 1,000 ms",
        workers.stream()
            .map(worker -> worker.count("p99") + " ms")
            .reduce((a, b) -> a + ", " + b)
            .orElseThrow());
  }
}
