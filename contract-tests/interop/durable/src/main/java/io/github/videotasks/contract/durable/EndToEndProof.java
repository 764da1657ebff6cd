package io.github.videotasks.contract.durable;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** Polls per second over HTTP. */
final class EndToEndProof implements DurableProof.Proof {

  private static final int SECONDS = 20;

  @Override
  public List<ProofRow> run(LocalPostgres database) throws IOException, InterruptedException {
    StoredWaits.create(database, 20_000, Duration.ofSeconds(1), "clock_timestamp()");
    try (CountingGateway gateway = new CountingGateway();
        WorkerProcess worker =
            WorkerProcess.start(
                "url=" + database.url(), "gateway=" + gateway.baseUrl(), "pause=1000")) {
      Thread.sleep(5_000);
      int before = gateway.arrivals().size();
      Thread.sleep(SECONDS * 1_000L);
      int polls = gateway.arrivals().size() - before;
      return List.of(
          new ProofRow(
              "polls/s over HTTP, one worker, gateway on the same cores",
              ">= 1,000",
              "%,d (worker has parked %d of %d)"
                  .formatted(polls / SECONDS, worker.count("parked"), worker.count("polls"))));
    }
  }
}
