package io.github.videotasks.durable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.videotasks.ext.polling.WaitPolicy;
import io.github.videotasks.ext.schedule.PollSchedule;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WatchTest {

  private final TestDatabase database = TestDatabase.create();
  private final DurableGateway gateway = DurableGateway.of("g", TestNode.always("completed"));

  @AfterEach
  void close() {
    database.close();
  }

  private DurableWaitsBuilder builder() {
    return DurableWaits.on(database.dataSource(), gateway);
  }

  @Test
  void startsOneWaitHoweverOftenItIsCalled() {
    try (DurableWaits waits = builder().build()) {
      WaitState first = waits.watch("g", "task_1", WaitPolicy.defaults());
      WaitState second =
          waits.watch("g", "task_1", WaitPolicy.defaults().withDeadline(Duration.ofHours(9)));
      assertThat(first).isInstanceOf(WaitState.Open.class);
      assertThat(((WaitState.Open) second).snapshot().deadline())
          .isEqualTo(((WaitState.Open) first).snapshot().deadline());
      assertThat(database.number("select count(*) from video_tasks.wait")).isOne();
    }
  }

  @Test
  void returnsTheEndOfAFinishedTaskAndStartsNothing() {
    try (DurableWaits waits = builder().build()) {
      waits.watch("g", "task_1", WaitPolicy.defaults());
      waits.cancel("g", "task_1");
      WaitState again = waits.watch("g", "task_1", WaitPolicy.defaults());
      assertThat(((WaitState.Ended) again).event().outcome()).isEqualTo(WaitOutcome.CANCELLED);
      assertThat(waits.state("g", "task_1")).isEqualTo(again);
      assertThat(database.number("select count(*) from video_tasks.wait")).isZero();
    }
  }

  /**
   * The insert waits for the row that a completion has deleted, and must not start the wait anew.
   */
  @Test
  void aCompletionDuringAWatchStartsNothing() throws Exception {
    try (DurableWaits waits = builder().build();
        TestNode node = new TestNode(database.database(), gateway);
        Connection completion = database.dataSource().getConnection();
        Statement statement = completion.createStatement()) {
      waits.watch("g", "task_1", WaitPolicy.defaults());
      completion.setAutoCommit(false);
      statement.execute("delete from video_tasks.wait");
      statement.execute(
          "insert into video_tasks.finished values ('g', 'task_1', 'FAILED', now(), now(), 1)");
      CompletableFuture<Void> insert = CompletableFuture.runAsync(() -> node.watch("g", "task_1"));
      database.await("select count(*) from pg_locks where not granted", blocked -> blocked > 0);
      completion.commit();
      completion.setAutoCommit(true);
      insert.join();
      assertThat(database.number("select count(*) from video_tasks.wait")).isZero();
    }
  }

  @Test
  void refusesMoreThanTheBoundOfWaits() {
    try (DurableWaits waits = builder().maxWaits(2).build()) {
      waits.watch("g", "task_1", WaitPolicy.defaults());
      waits.watch("g", "task_2", WaitPolicy.defaults());
      assertThatThrownBy(() -> waits.watch("g", "task_3", WaitPolicy.defaults()))
          .isInstanceOf(DurableWaitsException.class)
          .hasMessage(
              "expected fewer than 2 open waits, found 2; watch again later, or set"
                  + " DurableWaitsBuilder.maxWaits");
      assertThat(waits.watch("g", "task_1", WaitPolicy.defaults()))
          .isInstanceOf(WaitState.Open.class);
      waits.cancel("g", "task_1");
      assertThat(waits.watch("g", "task_3", WaitPolicy.defaults()))
          .isInstanceOf(WaitState.Open.class);
    }
  }

  @Test
  void refusesNewWaitsWhileNobodyProcessesTheEvents() {
    try (DurableWaits waits = builder().build()) {
      waits.watch("g", "task_1", WaitPolicy.defaults());
      waits.cancel("g", "task_1");
    }
    try (DurableWaits waits = builder().maxOutbox(1).build()) {
      assertThatThrownBy(() -> waits.watch("g", "task_2", WaitPolicy.defaults()))
          .isInstanceOfSatisfying(
              DurableWaitsException.class,
              e -> assertThat(e.kind()).isEqualTo(DurableWaitsException.Kind.OUTBOX_FULL));
    }
  }

  @Test
  void refusesAScheduleThatOtherNodesDoNotKnow() {
    WaitPolicy policy =
        WaitPolicy.defaults().withSchedule(PollSchedule.fixed(Duration.ofSeconds(7)));
    try (DurableWaits waits = builder().build()) {
      assertThatThrownBy(() -> waits.watch("g", "task_1", policy))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("[adaptive, stepped]");
    }
    try (DurableWaits waits = builder().schedule("every-7s", policy.schedule()).build()) {
      waits.watch("g", "task_1", policy);
    }
  }

  @Test
  void refusesAnUnknownGateway() {
    try (DurableWaits waits = builder().build()) {
      assertThatThrownBy(() -> waits.watch("h", "task_1", WaitPolicy.defaults()))
          .hasMessage("expected one of the gateways [g], found \"h\"");
      assertThat(waits.nudge("g", "task_1")).isFalse();
      assertThat(waits.state("g", "task_1")).isNull();
    }
  }

  @Test
  void stepsAWaitByThePolicyItWasStartedWith() throws SQLException {
    try (TestNode node =
        new TestNode(database.database(), DurableGateway.of("g", TestNode.always("processing")))) {
      node.watch("g", "task_1");
      node.runAll();
      assertThat(
              node.parts().policies().parse(database.text("select policy from video_tasks.wait")))
          .isEqualTo(TestNode.POLICY);
      assertThat(
              database.text(
                  "select snapshot::json ->> 'polls' from video_tasks.wait where due_at >"
                      + " started_at"))
          .isEqualTo("1");
    }
  }

  @Test
  void saysThatAnotherVersionStoredWhatItCannotRead() {
    try (DurableWaits waits = builder().build()) {
      waits.watch("g", "open", WaitPolicy.defaults());
      waits.watch("g", "ended", WaitPolicy.defaults());
      waits.cancel("g", "ended");
      database.execute("update video_tasks.wait set snapshot = '{\"version\":99}'");
      database.execute("update video_tasks.finished set outcome = 'PAUSED'");
      for (String task : new String[] {"open", "ended"}) {
        assertThatThrownBy(() -> waits.state("g", task))
            .isInstanceOfSatisfying(
                DurableWaitsException.class,
                e -> assertThat(e.kind()).isEqualTo(DurableWaitsException.Kind.SCHEMA))
            .hasMessageContaining("with the version that stored it");
      }
    }
  }
}
