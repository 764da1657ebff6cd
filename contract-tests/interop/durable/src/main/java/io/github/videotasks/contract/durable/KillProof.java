package io.github.videotasks.contract.durable;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Workers that are killed, then workers that are stopped until others have taken over. */
final class KillProof implements DurableProof.Proof {

  private static final int TASKS = 10_000;

  /** 2,000 polls per second, which leaves cores for the processes that start. */
  private static final Duration PAUSE = Duration.ofSeconds(5);

  private static final long SEED = 20_260_101;

  private final int kills;
  private final int stops;
  private final Random random = new Random(SEED);
  private final List<WorkerProcess> workers = new ArrayList<>();
  private long stale;
  private double longestTakeover;

  KillProof(int kills, int stops) {
    this.kills = kills;
    this.stops = stops;
  }

  @Override
  public List<ProofRow> run(LocalPostgres database) throws IOException, InterruptedException {
    int seconds = 15 * (kills + stops);
    StoredWaits.create(database, TASKS, PAUSE, "clock_timestamp()");
    String[] options = {
      "url=" + database.url(),
      "events=true",
      "gateway=" + System.currentTimeMillis() + "," + seconds * 1_000_000L / TASKS + ",20",
      "pause=" + PAUSE.toMillis()
    };
    for (int i = 0; i < 3; i++) {
      workers.add(WorkerProcess.start(options));
    }
    for (int i = 0; i < kills; i++) {
      Thread.sleep(500 + random.nextInt(500));
      WorkerProcess victim = workers.remove(random.nextInt(workers.size()));
      stale += victim.count("stale");
      WorkerBuckets.awaitSome(database, victim);
      victim.kill();
      longestTakeover = Math.max(longestTakeover, WorkerBuckets.awaitTakeover(database, victim));
      workers.add(WorkerProcess.start(options));
    }
    for (int i = 0; i < stops; i++) {
      Thread.sleep(500 + random.nextInt(500));
      WorkerProcess stopped = workers.get(random.nextInt(workers.size()));
      WorkerBuckets.awaitSome(database, stopped);
      stopped.signal("STOP");
      WorkerBuckets.awaitTakeover(database, stopped);
      Thread.sleep(500);
      stopped.signal("CONT");
    }
    while (database.number("select count(*) from video_tasks.wait") > 0) {
      Thread.sleep(500);
    }
    ProofRow deliveries = EndAudit.deliveriesOf(database, TASKS);
    for (WorkerProcess worker : workers) {
      worker.close();
      stale += worker.count("stale");
    }
    return rows(database, deliveries);
  }

  private List<ProofRow> rows(LocalPostgres database, ProofRow deliveries) {
    return List.of(
        ProofRow.ofEvents(
            "%d x kill -9 and %d x SIGSTOP beyond the takeover, 10,000 waits, three workers: lost, doubled"
                .formatted(kills, stops),
            database,
            TASKS),
        deliveries,
        new ProofRow("the same: stale writes refused", "> 0", String.valueOf(stale)),
        new ProofRow(
            "the same: longest takeover after a kill, heartbeat 1 s",
            "<= 6 s + a poll",
            "%.1f s".formatted(longestTakeover)));
  }
}
