package io.github.videotasks.contract.durable;

import com.zaxxer.hikari.HikariDataSource;
import io.github.videotasks.durable.DurableGateway;
import io.github.videotasks.durable.DurableWaits;
import io.github.videotasks.ext.polling.WaitPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The load under which a database fails: a caller watches new tasks, two worker processes poll them
 * and consume the events of their ends.
 */
final class TaskLoad implements AutoCloseable {

  private static final Duration PAUSE = Duration.ofSeconds(2);
  private static final Duration END_BOUND = Duration.ofMinutes(2);
  private static final int CALLER_CONNECTIONS = 4;

  private final DatabaseProbe probe;
  private final HikariDataSource pool;
  private final DurableWaits waits;
  private final WatchingCaller caller;
  private final Path folder = Files.createTempDirectory("video-tasks-load");
  private final List<Path> records = new ArrayList<>();
  private final List<WorkerProcess> workers = new ArrayList<>();

  private TaskLoad(String url, long firstMillis, long intervalMillis) throws IOException {
    probe = new DatabaseProbe(url);
    pool = LocalPostgres.pool(url, CALLER_CONNECTIONS);
    WaitPolicy policy = WorkerNode.policy(PAUSE);
    waits =
        DurableWaits.on(pool, DurableGateway.of(WorkerNode.GATEWAY, new SimulatedTasks(0, 0, 0)))
            .schedule("fixed", policy.schedule())
            .build();
    caller = new WatchingCaller(waits, policy, firstMillis, intervalMillis);
  }

  /**
   * Starts the load.
   *
   * @param url the database, for the caller and the workers
   * @param tasksPerSecond the new tasks, at most 1,000
   * @param lifetime the time of a task, in which it is polled every 2 s
   */
  static TaskLoad start(String url, int tasksPerSecond, Duration lifetime)
      throws IOException, SQLException {
    long intervalMillis = 1_000 / tasksPerSecond;
    long firstMillis = System.currentTimeMillis();
    TaskLoad load = new TaskLoad(url, firstMillis, intervalMillis);
    try {
      load.probe.execute(DeliveryRecord.CREATE_TABLE);
      long firstEnd = firstMillis + lifetime.toMillis();
      for (int i = 0; i < 2; i++) {
        Path record = load.folder.resolve("worker-" + i);
        load.records.add(record);
        load.workers.add(
            WorkerProcess.start(
                "url=" + url,
                "gateway=" + firstEnd + "," + intervalMillis * 1_000 + ",5",
                "pause=" + PAUSE.toMillis(),
                "record=" + record));
      }
      load.caller.start();
      return load;
    } catch (IOException | SQLException | RuntimeException e) {
      load.close();
      throw e;
    }
  }

  DatabaseProbe probe() {
    return probe;
  }

  List<WorkerProcess> workers() {
    return workers;
  }

  /** Returns how many problems the workers have reported, and calls of the caller have failed. */
  long problems() {
    return workers.stream().mapToLong(worker -> worker.problems().size()).sum() + caller.errors();
  }

  /** Watches no further task, and returns when all have ended and all events are delivered. */
  DeliveryCount finish() throws IOException, InterruptedException, SQLException {
    caller.close();
    Await.until(
        "the end of all waits and the delivery of all events",
        END_BOUND,
        () ->
            probe.is(0, "select count(*) from video_tasks.wait")
                && probe.is(0, "select count(*) from video_tasks.outbox"));
    workers.forEach(WorkerProcess::close);
    return DeliveryCount.of(caller.confirmed(), records, probe);
  }

  @Override
  public void close() {
    caller.close();
    workers.forEach(WorkerProcess::close);
    waits.close();
    pool.close();
    try {
      for (Path record : records) {
        Files.deleteIfExists(record);
      }
      Files.delete(folder);
    } catch (IOException e) {
      System.err.println("expected to delete " + folder + ", found " + e);
    }
  }
}
