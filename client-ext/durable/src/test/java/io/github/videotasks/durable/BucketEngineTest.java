package io.github.videotasks.durable;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.github.videotasks.durable.BucketEngine.EngineOptions;
import io.github.videotasks.ext.polling.WaitPolicy;
import io.github.videotasks.ext.schedule.PollSchedule;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The buckets with db-scheduler and a rest of one hour, so that a lost wake-up is lost for ever.
 */
@Timeout(120)
class BucketEngineTest {

  private static final DurableGateway GATEWAY =
      DurableGateway.of("g", TestNode.always("completed"));

  private final TestDatabase test = TestDatabase.create();
  private final BlockingQueue<String> ended = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> problems = new LinkedBlockingQueue<>();

  @AfterEach
  void close() {
    test.close();
  }

  private DurableWaits start(DataSource dataSource, DurableGateway gateway) {
    NodeOptions options =
        new NodeOptions(
            new EngineOptions("node", 4, Duration.ofSeconds(1), Duration.ofMillis(50)),
            new RunLimits(
                "node",
                500,
                Duration.ofMillis(100),
                Duration.ofSeconds(1),
                Duration.ofMillis(50),
                Duration.ofHours(1)),
            Map.of("adaptive", PollSchedule.adaptive()),
            1_000,
            1_000,
            Duration.ofDays(1),
            Duration.ofDays(1),
            TestNode.onProblem((what, problem) -> problems.add(what)));
    DurableWaits waits =
        new DefaultDurableWaits(
            NodeParts.create(
                new Database(dataSource), DatabaseClock.system(), options, List.of(gateway)),
            Map.of("g", gateway));
    waits.events((event, transaction) -> ended.add(event.task()));
    waits.start();
    return waits;
  }

  private String nextEnd() throws InterruptedException {
    return String.valueOf(ended.poll(30, TimeUnit.SECONDS));
  }

  private void awaitIdleBuckets() {
    test.await(
        "select count(*) from video_tasks.bucket_execution where not picked"
            + " and task_name = 'video-tasks-bucket' and execution_time > now() + interval '1 min'",
        idle -> idle == Buckets.COUNT);
  }

  @Test
  void aNewWaitPullsItsBucketForward() throws InterruptedException {
    try (DurableWaits waits = start(test.dataSource(), GATEWAY)) {
      awaitIdleBuckets();
      waits.watch("g", "task_1", WaitPolicy.defaults());
      assertThat(nextEnd()).isEqualTo("task_1");
    }
  }

  @Test
  void aNudgePullsItsBucketForward() throws InterruptedException {
    AtomicBoolean done = new AtomicBoolean();
    DurableGateway gateway =
        DurableGateway.of(
            "g", (id, limit) -> TestNode.response(id, done.get() ? "completed" : "processing"));
    WaitPolicy policy = WaitPolicy.defaults().withDeadline(Duration.ofDays(10));
    try (DurableWaits waits = start(test.dataSource(), gateway)) {
      waits.watch("g", "task_1", policy);
      test.await(
          "select count(*) from video_tasks.wait where snapshot like '%processing%'",
          steps -> steps > 0);
      test.execute("update video_tasks.wait set due_at = now() + interval '1 day'");
      done.set(true);
      assertThat(waits.nudge("g", "task_1")).isTrue();
      assertThat(nextEnd()).isEqualTo("task_1");
    }
  }

  /**
   * Its bucket has read what is due next, and is not rescheduled yet: it cannot be pulled forward.
   */
  @Test
  void aWaitThatBeginsWhileItsBucketIsRescheduledIsPolled() throws InterruptedException {
    AtomicReference<Runnable> beforeReschedule = new AtomicReference<>(() -> {});
    DataSource hooked =
        HookedDataSource.of(
            test.dataSource(),
            sql -> {
              if (sql.contains("last_success = ?") && sql.contains(BucketTable.TABLE)) {
                beforeReschedule.getAndSet(() -> {}).run();
              }
            });
    AtomicReference<Runnable> onPoll = new AtomicReference<>(() -> {});
    DurableGateway gateway =
        DurableGateway.of(
            "g",
            (id, limit) -> {
              beforeReschedule.set(onPoll.getAndSet(() -> {}));
              return TestNode.response(id, "completed");
            });
    try (DurableWaits waits = start(hooked, gateway)) {
      awaitIdleBuckets();
      onPoll.set(() -> watchInBucketOf("task_1", waits));
      waits.watch("g", "task_1", WaitPolicy.defaults());
      assertThat(nextEnd()).isEqualTo("task_1");
      assertThat(nextEnd()).startsWith("other_");
    }
  }

  private static void watchInBucketOf(String task, DurableWaits waits) {
    int number = 0;
    while (Buckets.of("g", "other_" + number) != Buckets.of("g", task)) {
      number++;
    }
    waits.watch("g", "other_" + number, WaitPolicy.defaults());
  }

  @Test
  void anSqlErrorInABucketIsReportedAndTriedAgain() throws InterruptedException {
    AtomicInteger failures = new AtomicInteger(2);
    DataSource broken =
        HookedDataSource.of(
            test.dataSource(),
            sql -> {
              if (sql.contains("cross join lateral") && failures.getAndDecrement() > 0) {
                throw new IllegalStateException("simulated SQL error");
              }
            });
    try (DurableWaits waits = start(broken, GATEWAY)) {
      waits.watch("g", "task_1", WaitPolicy.defaults());
      assertThat(nextEnd()).isEqualTo("task_1");
      assertThat(problems.poll(30, TimeUnit.SECONDS)).startsWith("bucket ");
    }
  }

  @Test
  void reportsTheWaitsOfAGatewayThatWasRemoved() throws InterruptedException {
    DurableGateway removed = DurableGateway.of("removed", TestNode.always("processing"));
    try (TestNode node = new TestNode(test.database(), removed)) {
      node.watch("removed", "task_1");
    }
    try (DurableWaits waits = start(test.dataSource(), GATEWAY)) {
      assertThat(problems.poll(30, TimeUnit.SECONDS)).isEqualTo("waits of gateway removed");
      assertThat(waits.cancel("removed", "task_1")).isTrue();
    }
  }

  @Test
  void runsOnAPoolWithoutAutoCommit() throws InterruptedException {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(test.jdbcUrl());
    config.setAutoCommit(false);
    try (HikariDataSource pool = new HikariDataSource(config);
        DurableWaits waits = start(pool, GATEWAY)) {
      waits.watch("g", "task_1", WaitPolicy.defaults());
      assertThat(nextEnd()).isEqualTo("task_1");
    }
  }

  @Test
  void closeReleasesParkedPollsToOtherNodes() throws InterruptedException {
    DurableGateway hanging =
        DurableGateway.of("g", (id, limit) -> new java.util.concurrent.CompletableFuture<>());
    try (DurableWaits waits = start(test.dataSource(), hanging)) {
      waits.watch("g", "task_1", WaitPolicy.defaults());
      test.await(
          "select count(*) from video_tasks.wait where holder is not null", steps -> steps > 0);
    }
    try (DurableWaits waits = start(test.dataSource(), GATEWAY)) {
      assertThat(waits.state("g", "unknown")).isNull();
      assertThat(nextEnd()).isEqualTo("task_1");
    }
    assertThat(test.number("select count(*) from video_tasks.node")).isZero();
  }
}
