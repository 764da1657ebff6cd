package io.github.videotasks.contract.durable;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/**
 * The primary of a replicated PostgreSQL is killed under load and its standby promoted, some times:
 * with synchronous replication, or with no commit that waits for a disk or the standby.
 */
final class FailoverProof implements DurableProof.Proof {

  private static final String SYNCHRONOUS = "synchronous replication";
  private static final String ASYNCHRONOUS = "synchronous_commit off, asynchronous replication";
  private static final String BOUND =
      "confirmed in the last 600 ms before a kill (3 x wal_writer_delay)";
  private static final long SEED = 20_260_102;

  private final int failovers;
  private final boolean synchronous;

  FailoverProof(int failovers, boolean synchronous) {
    this.failovers = failovers;
    this.synchronous = synchronous;
  }

  /** What was measured. */
  private record Result(DeliveryCount count, Recovery slowest, List<Long> kills, long problems) {}

  @Override
  public List<ProofRow> run(LocalPostgres database)
      throws IOException, InterruptedException, SQLException {
    String what =
        "primary killed with -9 under load and its standby promoted, %d times, %s"
            .formatted(failovers, synchronous ? SYNCHRONOUS : ASYNCHRONOUS);
    Optional<PostgresPrograms> programs = PostgresPrograms.find();
    if (programs.isEmpty()) {
      return List.of(new ProofRow(what, "", "not run: " + PostgresPrograms.WHY_ABSENT));
    }
    Result result = failOver(programs.get());
    return List.of(
        result.slowest.row(what + ", slowest", result.problems),
        synchronous
            ? result.count.row("the same")
            : new ProofRow("the same: lost, repeated", BOUND, describeLoss(result)));
  }

  private Result failOver(PostgresPrograms programs)
      throws IOException, InterruptedException, SQLException {
    Random random = new Random(SEED);
    List<Long> kills = new ArrayList<>();
    Recovery slowest = new Recovery(0, 0);
    try (ReplicatedPostgres servers = ReplicatedPostgres.start(programs, synchronous);
        TaskLoad load = TaskLoad.start(servers.url(), 50, Duration.ofSeconds(10))) {
      for (int i = 0; i < failovers; i++) {
        Thread.sleep(12_000 + random.nextInt(1_000));
        kills.add(servers.killPrimary());
        servers.promoteStandby();
        Recovery recovery = Recovery.measure(load.probe(), System.nanoTime());
        slowest = recovery.firstPoll() > slowest.firstPoll() ? recovery : slowest;
        servers.replacePrimary();
      }
      long problems = load.problems();
      return new Result(load.finish(), slowest, kills, problems);
    }
  }

  private static String describeLoss(Result result) {
    List<Long> lost = result.count.lostAt();
    List<Long> repeated = result.count.repeatedAt();
    long farthest =
        Stream.concat(lost.stream(), repeated.stream())
            .mapToLong(time -> distance(time, result.kills))
            .max()
            .orElse(0);
    return "%d, %d, confirmed at most %d ms from a kill (%,d tasks, %d kills)"
        .formatted(
            lost.size(), repeated.size(), farthest, result.count.tasks(), result.kills.size());
  }

  /** Returns how far the nearest kill is: the caller notes a confirmation some time later. */
  private static long distance(long time, List<Long> kills) {
    return kills.stream().mapToLong(kill -> Math.abs(kill - time)).min().orElseThrow();
  }
}
