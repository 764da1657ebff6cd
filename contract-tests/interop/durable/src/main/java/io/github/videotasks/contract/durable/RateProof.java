package io.github.videotasks.contract.durable;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A limit of 50 requests per second over three nodes for a minute, with two storms of 429 and a
 * node that is stopped for ten seconds.
 */
final class RateProof implements DurableProof.Proof {

  private static final long SECOND = 1_000_000_000L;

  @Override
  public List<ProofRow> run(LocalPostgres database) throws IOException, InterruptedException {
    StoredWaits.create(database, 3_000, Duration.ofSeconds(1), "clock_timestamp()");
    List<WorkerProcess> nodes = new ArrayList<>();
    try (CountingGateway gateway = new CountingGateway()) {
      for (int i = 0; i < 3; i++) {
        nodes.add(
            WorkerProcess.start(
                "url=" + database.url(), "gateway=" + gateway.baseUrl(), "pause=1000", "rate=50"));
      }
      Thread.sleep(15_000);
      storm(gateway);
      nodes.get(0).signal("STOP");
      Thread.sleep(10_000);
      nodes.get(0).signal("CONT");
      Thread.sleep(10_000);
      storm(gateway);
      Thread.sleep(15_000);
      nodes.forEach(WorkerProcess::close);
      long[] arrivals = gateway.arrivals();
      return List.of(
          new ProofRow(
              "limit 50/s over three nodes, a minute with two 429 storms and a SIGSTOP: most"
                  + " requests in any second, by the gateway",
              "<= 55",
              mostPerSecond(arrivals) + " (" + arrivals.length + " requests)"),
          new ProofRow(
              "slowdowns that all nodes share",
              "> 0",
              database.text("select slowdowns from video_tasks.pace")));
    }
  }

  private static void storm(CountingGateway gateway) throws InterruptedException {
    gateway.setStorm(true);
    Thread.sleep(3_000);
    gateway.setStorm(false);
  }

  private static int mostPerSecond(long[] arrivals) {
    int most = 0;
    int first = 0;
    for (int last = 0; last < arrivals.length; last++) {
      while (arrivals[last] - arrivals[first] >= SECOND) {
        first++;
      }
      most = Math.max(most, last - first + 1);
    }
    return most;
  }
}
