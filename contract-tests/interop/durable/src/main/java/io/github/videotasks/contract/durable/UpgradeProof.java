package io.github.videotasks.contract.durable;

import io.github.videotasks.contract.durable.EndingGateway.RecordedPoll;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

/**
 * Two workers of this version poll while a worker of a {@link NextVersion} migrates the tables, and
 * go on beside it; without or with a transaction that reads the tables meanwhile, as a backup does.
 */
final class UpgradeProof implements DurableProof.Proof {

  private static final int TASKS = 200;
  private static final Duration PAUSE = Duration.ofSeconds(2);
  private static final Duration CONTROL = Duration.ofSeconds(5);

  private static final String WAITING_FOR_LOCK =
      "select count(*) from pg_locks where mode = 'AccessExclusiveLock' and not granted";

  private final Duration read;

  /**
   * Sets the transaction that reads.
   *
   * @param read how long it has the tables after the migration waits for them; zero for none
   */
  UpgradeProof(Duration read) {
    this.read = read;
  }

  @Override
  public List<ProofRow> run(LocalPostgres database) throws Exception {
    Path folder = Files.createTempDirectory("video-tasks-next");
    try {
      return new Run(database, NextVersion.compile(folder), read).rows();
    } finally {
      try (Stream<Path> files = Files.walk(folder)) {
        files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
      }
    }
  }

  /** One migration under load. */
  private static final class Run {

    private final LocalPostgres database;
    private final NextVersion next;
    private final Duration read;
    private final List<WorkerProcess> workers = new ArrayList<>();

    Run(LocalPostgres database, NextVersion next, Duration read) {
      this.database = database;
      this.next = next;
      this.read = read;
    }

    List<ProofRow> rows() throws IOException, InterruptedException {
      StoredWaits.create(database, TASKS, PAUSE, "clock_timestamp()");
      try (EndingGateway gateway = new EndingGateway(Duration.ofMillis(80))) {
        return rows(gateway);
      } finally {
        workers.forEach(WorkerProcess::close);
      }
    }

    private List<ProofRow> rows(EndingGateway gateway) throws IOException, InterruptedException {
      String[] options = {
        "url=" + database.url(), "gateway=" + gateway.baseUrl(), "pause=" + PAUSE.toMillis()
      };
      workers.add(WorkerProcess.start(options));
      workers.add(WorkerProcess.start(options));
      awaitAllPolled(gateway);
      gateway.startEnding(0, TASKS / 2);
      long control = System.nanoTime();
      Thread.sleep(CONTROL.toMillis());
      long before = System.nanoTime();
      CountDownLatch reading = new CountDownLatch(1);
      CompletableFuture<Void> reader = CompletableFuture.runAsync(() -> readTables(reading));
      reading.await();
      workers.add(WorkerProcess.start(Map.of(), next.classPath(), options));
      reader.join();
      long migrated = System.nanoTime();
      double usual = gateway.longestGap(control, before);
      double pause = gateway.longestGap(before, migrated);
      String last = database.text("select coalesce(max(id), 0) from video_tasks.outbox");
      workers.remove(0).close();
      workers.add(WorkerProcess.start(options));
      gateway.startEnding(TASKS / 2, TASKS);
      awaitEnds();
      return rows(usual, pause, last);
    }

    private static void awaitAllPolled(EndingGateway gateway) throws InterruptedException {
      while (gateway.polls().stream().map(RecordedPoll::task).distinct().count() < TASKS) {
        Thread.sleep(100);
      }
    }

    private void readTables(CountDownLatch reading) {
      try (Connection connection = database.dataSource().getConnection();
          Statement statement = connection.createStatement()) {
        connection.setAutoCommit(false);
        if (!read.isZero()) {
          statement.execute("select count(*) from video_tasks.wait");
        }
        reading.countDown();
        while (!read.isZero() && database.number(WAITING_FOR_LOCK) == 0) {
          Thread.sleep(5);
        }
        Thread.sleep(read.toMillis());
        connection.rollback();
      } catch (SQLException | InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }

    private void awaitEnds() throws InterruptedException {
      while (database.number("select count(*) from video_tasks.wait") > 0) {
        Thread.sleep(200);
      }
      Thread.sleep(1_500);
    }

    private List<ProofRow> rows(double usual, double pause, String lastEvent) {
      String what =
          "tables migrated by a node of a next version, two nodes of this version polling"
              + (read.isZero()
                  ? ""
                  : ", a transaction reading them for %d s".formatted(read.toSeconds()));
      String later = "select count(*) from video_tasks.outbox where id > " + lastEvent;
      return List.of(
          ProofRow.ofEvents(what + ": tasks lost, doubled", database, TASKS),
          new ProofRow(
              what + ": longest time without a poll (in the 5 s before)",
              "<= 1 s",
              "%.2f s (%.2f s)".formatted(pause, usual)),
          new ProofRow(
              what + ": ends afterwards by nodes of this version, of the next one",
              "> 0, > 0",
              database.text(later + " and written_by is null")
                  + ", "
                  + database.text(later + " and written_by = '" + NextVersion.MARK + "'")),
          new ProofRow(
              what + ": problems that the nodes reported",
              "0",
              String.valueOf(workers.stream().mapToLong(it -> it.count("problems")).sum())));
    }
  }
}
