package io.github.videotasks.durable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class DurableSchemaTest {

  private final TestDatabase test = TestDatabase.empty();

  @AfterEach
  void close() {
    test.close();
  }

  @Test
  void refusesADatabaseWithoutTables() {
    assertThatThrownBy(
            () ->
                DurableWaits.on(
                        test.dataSource(), DurableGateway.of("g", TestNode.always("completed")))
                    .withoutMigration()
                    .build())
        .isInstanceOf(DurableWaitsException.class)
        .hasMessage(
            "expected version 3 of the schema video_tasks, found no tables; call"
                + " DurableSchema.migrate or run the scripts with Flyway");
  }

  @Test
  void scriptsCanRunAgain() {
    DurableSchema.migrate(test.dataSource());
    test.execute("delete from video_tasks.schema_version");
    DurableSchema.migrate(test.dataSource());
    assertThat(test.text("select string_agg(version::text, ',') from video_tasks.schema_version"))
        .isEqualTo("1,2,3");
  }

  /** What a node of version 1 writes is read after the migration, and it can go on writing. */
  @Test
  void migratesTablesThatAreInUse() {
    DurableSchema.migrate(test.dataSource(), 1);
    String end =
        "insert into video_tasks.finished (gateway, task, outcome, started_at, ended_at, polls)"
            + " values ('g', '%s', 'FAILED', now(), now(), 1)";
    test.execute(end.formatted("old_1"));
    DurableSchema.migrate(test.dataSource());
    test.execute(end.formatted("old_2"));
    try (TestNode node =
        new TestNode(test.database(), DurableGateway.of("g", TestNode.always("completed")))) {
      assertThat(node.parts().waits().state("g", "old_1")).isInstanceOf(WaitState.Ended.class);
      assertThat(node.parts().waits().state("g", "old_2")).isInstanceOf(WaitState.Ended.class);
      node.watch("g", "task_1");
      node.runAll();
      assertThat(test.number("select count(*) from video_tasks.outbox")).isOne();
    }
  }

  /** A backup reads the tables in one transaction; the nodes must not wait for its end. */
  @Test
  @Timeout(60)
  void migrationThatWaitsForAReaderDoesNotHoldUpNodes() throws Exception {
    DurableSchema.migrate(test.dataSource(), 1);
    CompletableFuture<Void> migration;
    try (Connection reader = test.dataSource().getConnection()) {
      reader.setAutoCommit(false);
      reader.createStatement().execute("select * from video_tasks.finished");
      migration = CompletableFuture.runAsync(() -> DurableSchema.migrate(test.dataSource()));
      test.await(
          "select count(*) from pg_locks where mode = 'AccessExclusiveLock' and not granted",
          waiting -> waiting > 0);
      test.execute(
          "set statement_timeout = '20s'; select count(*) from video_tasks.finished;"
              + " set statement_timeout = 0");
      assertThat(migration).isNotDone();
      reader.rollback();
    }
    migration.join();
    assertThat(test.number("select max(version) from video_tasks.schema_version"))
        .isEqualTo(DurableSchema.VERSION);
  }

  @Test
  void deletesWhatIsOlderThanItsRetention() {
    DurableSchema.migrate(test.dataSource());
    try (TestNode node =
        new TestNode(test.database(), DurableGateway.of("g", TestNode.always("completed")))) {
      node.watch("g", "old");
      node.watch("g", "new");
      node.runAll();
      for (String table : new String[] {"finished", "outbox"}) {
        test.execute(
            "update video_tasks."
                + table
                + " set ended_at = now() - interval '25 hours' where task = 'old'");
      }
      new Retention(test.database(), Duration.ofDays(1), Duration.ofDays(1), node.parts().reports())
          .run();
      assertThat(test.text("select string_agg(task, ',') from video_tasks.finished"))
          .isEqualTo("new");
      assertThat(test.text("select string_agg(task, ',') from video_tasks.outbox"))
          .isEqualTo("new");
    }
  }

  @Test
  void showsOperatorsWhatIsDue() {
    DurableSchema.migrate(test.dataSource());
    try (TestNode node =
        new TestNode(test.database(), DurableGateway.of("g", TestNode.always("completed")))) {
      node.watch("g", "task_1");
      assertThat(
              test.text(
                  "select waits || ' ' || due || ' ' || outbox_depth || ' ' || running_buckets"
                      + " from video_tasks.overview"))
          .isEqualTo("1 1 0 0");
      assertThat(test.text("select count(*) from video_tasks.buckets_by_node")).isEqualTo("0");
    }
  }

  @Test
  void reportsARetentionThatFailsAndDeletesTheRest() throws InterruptedException {
    DurableSchema.migrate(test.dataSource());
    test.execute("insert into video_tasks.node values ('old', now() - interval '2 hours')");
    test.execute("alter table video_tasks.finished rename to other");
    BlockingQueue<String> problems = new LinkedBlockingQueue<>();
    Reports reports = new Reports(TestNode.onProblem((what, problem) -> problems.add(what)));
    new Retention(test.database(), Duration.ofDays(1), Duration.ofDays(1), reports).run();
    assertThat(problems.poll(30, TimeUnit.SECONDS)).isEqualTo("retention");
    assertThat(test.number("select count(*) from video_tasks.node")).isZero();
  }

  /** At a million waits of five minutes 200,000 end within a minute. */
  @Test
  void deletesMoreThanEndsWithinAMinute() {
    DurableSchema.migrate(test.dataSource());
    assertThat(Retention.MAX_CHUNKS * Retention.CHUNK).isGreaterThan(200_000);
    int moreThanTwoChunks = 2 * Retention.CHUNK + 1;
    test.execute(
        "insert into video_tasks.finished (gateway, task, outcome, started_at, ended_at, polls)"
            + " select 'g', n::text, 'FAILED', now() - interval '2 days', now() - interval '2"
            + " days', 1 from generate_series(1, %d) n".formatted(moreThanTwoChunks));
    Reports reports = new Reports(DurableWaitsListener.none());
    new Retention(test.database(), Duration.ofDays(1), Duration.ofDays(1), reports).run();
    assertThat(test.number("select count(*) from video_tasks.finished")).isZero();
  }
}
