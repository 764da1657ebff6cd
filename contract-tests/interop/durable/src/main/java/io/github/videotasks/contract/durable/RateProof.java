package io.github.videotasks.contract.durable;

import io.github.videotasks.durable.DurableGateway;
import io.github.videotasks.durable.DurableWaits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A limit of 50 requests per second over three nodes for a minute, with storms of 429, nodes that
 * are stopped, and bursts.
 */
final class RateProof implements DurableProof.Proof {

  private static final int WAITS = 3_000;
  private static final int NUDGES = 300;
  private static final int SHORT_STOPS = 5;

  /** A slot expires after it. */
  private static final int EXPIRY_MILLIS = 80;

  /** Without the rows of a commit at the same time: in another order, both would be locked. */
  private static final String DUE_AT =
      """
      update video_tasks.wait w set due_at = %s
      from (select gateway, task from video_tasks.wait for update skip locked) free
      where w.gateway = free.gateway and w.task = free.task
      """;

  private final List<WorkerProcess> nodes = new ArrayList<>();

  @Override
  public List<ProofRow> run(LocalPostgres database) throws IOException, InterruptedException {
    StoredWaits.create(database, WAITS, Duration.ofSeconds(1), "clock_timestamp()");
    Path folder = Files.createTempDirectory("polls");
    try (CountingGateway gateway = new CountingGateway()) {
      for (int i = 0; i < 3; i++) {
        nodes.add(
            WorkerProcess.start(
                "url=" + database.url(),
                "gateway=" + gateway.baseUrl(),
                "pause=1000",
                "rate=50",
                "polls=" + folder.resolve("node" + i)));
      }
      disturb(database, gateway);
      nodes.forEach(WorkerProcess::close);
      return rows(database, starts(folder), gateway.arrivals());
    } finally {
      deleteAll(folder);
    }
  }

  /** One minute. More is due than the limit allows, except before each burst. */
  private void disturb(LocalPostgres database, CountingGateway gateway)
      throws IOException, InterruptedException {
    Thread.sleep(10_000);
    storm(gateway);
    stop(0, 10_000);
    Thread.sleep(3_000);
    nothingDue(database);
    database.execute(DUE_AT.formatted("clock_timestamp()"));
    Thread.sleep(5_000);
    for (int i = 0; i < SHORT_STOPS; i++) {
      stop(i % 3, 300);
      Thread.sleep(700);
    }
    nothingDue(database);
    nudge(database);
    Thread.sleep(8_000);
    storm(gateway);
    Thread.sleep(10_000);
  }

  private static void storm(CountingGateway gateway) throws InterruptedException {
    gateway.setStorm(true);
    Thread.sleep(3_000);
    gateway.setStorm(false);
  }

  private void stop(int node, long millis) throws IOException, InterruptedException {
    nodes.get(node).signal("STOP");
    Thread.sleep(millis);
    nodes.get(node).signal("CONT");
  }

  private static void nothingDue(LocalPostgres database) throws InterruptedException {
    database.execute(DUE_AT.formatted("clock_timestamp() + interval '1 hour'"));
    Thread.sleep(2_000);
  }

  private static void nudge(LocalPostgres database) {
    DurableGateway gateway = DurableGateway.of(WorkerNode.GATEWAY, new SimulatedTasks(0, 0, 0));
    try (DurableWaits waits = DurableWaits.on(database.dataSource(), gateway).build()) {
      for (int i = 0; i < NUDGES; i++) {
        waits.nudge(WorkerNode.GATEWAY, "task_" + i);
      }
    }
  }

  private static List<TimedPoll> starts(Path folder) throws IOException {
    List<TimedPoll> all = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      all.addAll(RecordedPolls.read(folder.resolve("node" + i)));
    }
    return all;
  }

  private static void deleteAll(Path folder) throws IOException {
    for (int i = 0; i < 3; i++) {
      Files.deleteIfExists(folder.resolve("node" + i));
    }
    Files.delete(folder);
  }

  private static List<ProofRow> rows(
      LocalPostgres database, List<TimedPoll> starts, List<TimedPoll> arrivals) {
    long[] ways = TimedPoll.waysToGateway(starts, arrivals);
    return List.of(
        new ProofRow(
            "limit 50/s over three nodes for a minute, with two 429 storms, %d SIGSTOPs, %,d waits due at once and %,d nudges: most polls started in any second"
                .formatted(1 + SHORT_STOPS, WAITS, NUDGES),
            "<= 55",
            "%d (of %,d)".formatted(TimedPoll.mostPerSecond(starts), starts.size())),
        new ProofRow(
            "the same, counted where they arrive at the gateway",
            "",
            "%d (of %,d); from start to gateway p50 %d, p99 %d, longest %d ms, more than %d ms: %d"
                .formatted(
                    TimedPoll.mostPerSecond(arrivals),
                    arrivals.size(),
                    TimedPoll.percentile(ways, 0.5),
                    TimedPoll.percentile(ways, 0.99),
                    TimedPoll.percentile(ways, 1),
                    EXPIRY_MILLIS,
                    Arrays.stream(ways).filter(way -> way > EXPIRY_MILLIS).count())),
        new ProofRow(
            "slowdowns that all nodes share",
            "> 0",
            database.text("select slowdowns from video_tasks.pace")));
  }
}
