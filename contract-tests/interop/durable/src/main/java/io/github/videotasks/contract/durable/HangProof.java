package io.github.videotasks.contract.durable;

import io.github.videotasks.ext.polling.WaitPolicy;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/**
 * Two gateways with waits in the same buckets: one of them accepts requests and does not respond
 * for a minute, and then rejects all with 429. Counts how late the polls of the other one are.
 */
final class HangProof implements DurableProof.Proof {

  private static final int WAITS = 1_000;
  private static final Duration PAUSE = Duration.ofSeconds(4);
  private static final WaitPolicy POLICY = WorkerNode.policy(PAUSE).withJitter(0);

  @Override
  public List<ProofRow> run(LocalPostgres database) throws IOException, InterruptedException {
    StoredWaits.create(
        database, WAITS, POLICY, "clock_timestamp() + random() * interval '4 seconds'");
    database.execute(
        """
        insert into video_tasks.wait
          (gateway, task, bucket, due_at, epoch, nudges, started_at, policy, snapshot)
        select '%s', task, bucket, due_at, 0, 0, started_at, policy, snapshot
        from video_tasks.wait
        """
            .formatted(WorkerGateways.SECOND));
    try (CountingGateway hanging = new CountingGateway();
        CountingGateway other = new CountingGateway()) {
      String[] options = {
        "url=" + database.url(),
        "gateway=" + hanging.baseUrl(),
        WorkerGateways.SECOND + "=" + other.baseUrl(),
        "pause=" + PAUSE.toMillis()
      };
      try (WorkerProcess first = WorkerProcess.start(options);
          WorkerProcess second = WorkerProcess.start(options)) {
        Thread.sleep(10_000);
        long start = System.nanoTime();
        Thread.sleep(15_000);
        long hang = System.nanoTime();
        hanging.hang();
        Thread.sleep(60_000);
        long storm = System.nanoTime();
        hanging.setStorm(true);
        hanging.endHang();
        Thread.sleep(15_000);
        long after = System.nanoTime();
        hanging.setStorm(false);
        Thread.sleep(15_000);
        long parked = first.count("parked") + second.count("parked");
        return rows(other.arrivals(), parked, start, hang, storm, after, System.nanoTime());
      }
    }
  }

  private static List<ProofRow> rows(
      List<TimedPoll> polls, long parked, long start, long hang, long storm, long after, long end) {
    return List.of(
        new ProofRow(
            "two gateways, 1,000 waits each at 4 s, two workers: p99 lateness of the polls of one"
                + " while the other one does not respond for 60 s",
            "<= 1,000 ms",
            lateness(polls, hang, storm)),
        new ProofRow(
            "the same: before, then while the other one rejects all with 429, afterwards",
            "<= 1,000 ms",
            lateness(polls, start, hang)
                + "; "
                + lateness(polls, storm, after)
                + "; "
                + lateness(polls, after, end)),
        new ProofRow(
            "the same: polls that were parked, so that no batch waited for them",
            "> 0",
            "%,d".formatted(parked)));
  }

  private static String lateness(List<TimedPoll> polls, long from, long to) {
    long[] late = TimedPoll.lateness(polls, PAUSE.toMillis(), from, to);
    return "%d ms (p50 %d ms, %,d polls)"
        .formatted(TimedPoll.percentile(late, 0.99), TimedPoll.percentile(late, 0.5), late.length);
  }
}
