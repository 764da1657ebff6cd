package io.github.videotasks.contract.durable;

import io.github.videotasks.contract.RepositoryLayout;
import io.github.videotasks.contract.replay.ContractCases;
import io.github.videotasks.contract.replay.ContractProvider;
import io.github.videotasks.contract.replay.ReplayServer;
import io.github.videotasks.durable.DurableGateway;
import io.github.videotasks.durable.DurableWaits;
import io.github.videotasks.durable.DurableWaitsBuilder;
import io.github.videotasks.ext.polling.WaitPolicy;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Three worker processes wait for many tasks of a replay server, and one worker is killed. Prints a
 * table of the progress, and fails if a task is lost or ends twice.
 */
public final class DurableDemo {

  private static final String TABLE = "%5s %8s %8s %7s %9s %7s   %s%n";
  private static final Duration PAUSE = Duration.ofSeconds(2);

  private final LocalPostgres database;
  private final int tasks;

  private DurableDemo(LocalPostgres database, int tasks) {
    this.database = database;
    this.tasks = tasks;
  }

  /**
   * Runs the demo.
   *
   * @param args the number of tasks, at most 10,000, the default
   */
  public static void main(String[] args) throws Exception {
    int tasks = args.length == 0 ? 10_000 : Integer.parseInt(args[0]);
    ContractCases cases = ContractCases.read(RepositoryLayout.find());
    ContractProvider provider = cases.catalogue().providers().get(0);
    try (LocalPostgres database = LocalPostgres.start();
        ReplayServer gateway = ReplayServer.start(cases.forProvider(provider), 0)) {
      System.out.printf(
          "%d tasks of %s on a replay server, PostgreSQL %s, 3 worker processes%n",
          tasks, provider.id(), database.text("show server_version"));
      new DurableDemo(database, tasks).run(gateway.baseUrl().toString());
    }
    System.exit(0);
  }

  private void run(String gateway) throws IOException, InterruptedException {
    database.execute("create table shop_order (event_key text, task text)");
    try (DurableWaits waits = handlerNode()) {
      List<WorkerProcess> workers = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        workers.add(
            WorkerProcess.start(
                "url=" + database.url(), "gateway=" + gateway, "pause=" + PAUSE.toMillis()));
      }
      CompletableFuture<Void> watching = CompletableFuture.runAsync(() -> watchAll(waits));
      printTable(workers);
      watching.join();
      awaitEvents(waits);
      workers.forEach(WorkerProcess::close);
    }
    printResult();
  }

  /** A node that watches, and is started for the events when nothing is left to poll. */
  private DurableWaits handlerNode() {
    DurableWaitsBuilder builder =
        DurableWaits.on(
            database.dataSource(),
            DurableGateway.of(WorkerNode.GATEWAY, new SimulatedTasks(0, 0, 0)));
    return builder.schedule("fixed", WorkerNode.policy(PAUSE).schedule()).build();
  }

  private void watchAll(DurableWaits waits) {
    WaitPolicy policy = WorkerNode.policy(PAUSE);
    for (int i = 0; i < tasks; i++) {
      waits.watch(WorkerNode.GATEWAY, "waiting*2,finished:" + i, policy);
    }
  }

  private void printTable(List<WorkerProcess> workers) throws InterruptedException {
    System.out.printf(TABLE, "s", "open", "ended", "due", "outbox", "nodes", "running buckets");
    long start = System.nanoTime();
    boolean killed = false;
    long ended = 0;
    while (ended < tasks) {
      Thread.sleep(1_000);
      ended = database.number("select count(*) from video_tasks.finished");
      if (!killed && ended > tasks / 4) {
        workers.get(0).kill();
        killed = true;
        System.out.println("      kill -9 " + workers.get(0).pid());
      }
      printRow(Duration.ofNanos(System.nanoTime() - start).toSeconds(), ended);
    }
  }

  private void printRow(long seconds, long ended) {
    System.out.printf(
        TABLE,
        seconds,
        database.text("select waits from video_tasks.overview"),
        ended,
        database.text("select due from video_tasks.overview"),
        database.text("select outbox_depth from video_tasks.overview"),
        database.text("select nodes from video_tasks.overview"),
        database.text(
            "select string_agg(split_part(node, '-', 2) || ': ' || buckets, ', ')"
                + " from video_tasks.buckets_by_node"));
  }

  private void awaitEvents(DurableWaits waits) throws InterruptedException {
    waits.events((event, transaction) -> insertOrder(transaction, event.key(), event.task()));
    waits.start();
    while (database.number("select count(*) from video_tasks.outbox") > 0) {
      Thread.sleep(200);
    }
  }

  private static void insertOrder(Connection transaction, String key, String task)
      throws SQLException {
    try (PreparedStatement insert =
        transaction.prepareStatement("insert into shop_order values (?, ?)")) {
      insert.setString(1, key);
      insert.setString(2, task);
      insert.executeUpdate();
    }
  }

  private void printResult() {
    long rows = database.number("select count(*) from shop_order");
    long distinct = database.number("select count(distinct task) from shop_order");
    System.out.printf(
        "%d events processed: %d lost, %d doubled%n", rows, tasks - distinct, rows - distinct);
    if (distinct != tasks || rows != distinct) {
      throw new IllegalStateException("expected " + tasks + " events, one for each task");
    }
  }
}
