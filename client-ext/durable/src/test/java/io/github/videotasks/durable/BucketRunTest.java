package io.github.videotasks.durable;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.ext.payload.TaskId;
import io.github.videotasks.ext.payload.TaskState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BucketRunTest {

  private final TestDatabase database = TestDatabase.create();

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void endsAWaitWithOneEventAndKeepsItsEnd() {
    try (TestNode node =
        new TestNode(database.database(), DurableGateway.of("g", TestNode.always("completed")))) {
      node.watch("g", "task_1");
      node.runAll();
      node.runAll();

      assertThat(
              database.text(
                  "select string_agg(task || outcome || polls, ',') from video_tasks.outbox"))
          .isEqualTo("task_1SUCCEEDED1");
      assertThat(database.text("select outcome from video_tasks.finished")).isEqualTo("SUCCEEDED");
      assertThat(database.number("select count(*) from video_tasks.wait")).isZero();
    }
  }

  @Test
  void pollsAgainWhenTheWaitIsDueAndNotBefore() {
    List<String> polled = new ArrayList<>();
    DurableGateway gateway =
        DurableGateway.of(
            "g",
            (id, limit) -> {
              polled.add(id.value());
              return TestNode.response(id, "processing");
            });
    try (TestNode node = new TestNode(database.database(), gateway)) {
      node.watch("g", "task_1");
      node.runAll();
      node.advance(Duration.ofMillis(900));
      node.runAll();
      assertThat(polled).hasSize(1);
      node.advance(Duration.ofMillis(200));
      node.runAll();
      assertThat(polled).hasSize(2);
    }
  }

  @Test
  void storesNoSignedQuery() {
    try (TestNode node =
        new TestNode(database.database(), DurableGateway.of("g", TestNode.always("processing")))) {
      node.watch("g", "task_1");
      node.runAll();
      assertThat(database.text("select w::text from video_tasks.wait w"))
          .contains("processing")
          .doesNotContain("sig=");
    }
  }

  @Test
  void aSlowPollIsParkedAndItsStepIsCommittedLater() throws InterruptedException {
    CompletableFuture<TaskState> slow = new CompletableFuture<>();
    DurableGateway gateway =
        DurableGateway.of(
            "g",
            (id, limit) -> id.value().equals("slow") ? slow : TestNode.response(id, "completed"));
    try (TestNode node = new TestNode(database.database(), gateway)) {
      node.watch("g", "slow");
      node.watch("g", "fast");
      node.runAll();
      assertThat(database.text("select string_agg(task, ',') from video_tasks.outbox"))
          .isEqualTo("fast");
      assertThat(node.parts().lateSteps().openCount()).isOne();

      slow.complete(TestNode.response(new TaskId("slow"), "completed").join());
      node.parts().lateSteps().commitNext(Duration.ofSeconds(5));
      assertThat(database.number("select count(*) from video_tasks.outbox")).isEqualTo(2);
    }
  }

  /** Otherwise a webhook that calls in a loop would replace each slow poll before its response. */
  @Test
  void aNudgeDuringAParkedPollStartsNoSecondOne() throws InterruptedException {
    List<CompletableFuture<TaskState>> polls = new ArrayList<>();
    DurableGateway gateway =
        DurableGateway.of(
            "g",
            (id, limit) -> {
              polls.add(new CompletableFuture<>());
              return polls.get(polls.size() - 1);
            });
    try (TestNode node = new TestNode(database.database(), gateway)) {
      node.watch("g", "task_1");
      node.runAll();
      node.parts().waits().nudge("g", "task_1");
      node.advance(Duration.ofSeconds(1));
      node.runAll();
      assertThat(polls).hasSize(1);

      polls.get(0).complete(TestNode.response(new TaskId("task_1"), "processing").join());
      node.parts().lateSteps().commitNext(Duration.ofSeconds(5));
      assertThat(
              database.text(
                  "select (due_at <= now()) || ' ' || (holder is null) from video_tasks.wait"))
          .isEqualTo("true true");
    }
  }

  @Test
  void aNudgeBeforeAPollIsParkedStartsNoSecondOne() {
    AtomicInteger polls = new AtomicInteger();
    DurableGateway gateway =
        DurableGateway.of(
            "g",
            (id, limit) -> {
              polls.incrementAndGet();
              new WaitTable(database.database()).nudge("g", "task_1");
              return new CompletableFuture<>();
            });
    try (TestNode node = new TestNode(database.database(), gateway)) {
      node.watch("g", "task_1");
      node.runAll();
      node.advance(Duration.ofSeconds(1));
      node.runAll();
      assertThat(polls).hasValue(1);
    }
  }

  @Test
  void aParkedWaitOfADeadNodeIsPolledAfterItsLease() {
    TestNode dead =
        new TestNode(
            database.database(), DurableGateway.of("g", (id, limit) -> new CompletableFuture<>()));
    dead.watch("g", "task_1");
    dead.runAll();
    try (TestNode other =
        new TestNode(database.database(), DurableGateway.of("g", TestNode.always("completed")))) {
      other.runAll();
      assertThat(database.number("select count(*) from video_tasks.outbox")).isZero();
      other.advance(Duration.ofSeconds(33));
      other.runAll();
      assertThat(database.number("select count(*) from video_tasks.outbox")).isOne();
    }
  }

  /** The node was only stopped: its late step must not be written any more. */
  @Test
  void anotherNodeEndsTheLeasesOfALostNode() throws InterruptedException {
    CompletableFuture<TaskState> slow = new CompletableFuture<>();
    TestNode lost = new TestNode(database.database(), DurableGateway.of("g", (id, limit) -> slow));
    lost.watch("g", "task_1");
    lost.runAll();
    database.execute("update video_tasks.wait set holder = 'lost-' || holder");
    try (TestNode other =
        new TestNode(database.database(), DurableGateway.of("g", TestNode.always("processing")))) {
      other.parts().beat().beat();
      other.advance(Duration.ofSeconds(1));
      other.runAll();
    }
    slow.complete(TestNode.response(new TaskId("task_1"), "completed").join());
    lost.parts().lateSteps().commitNext(Duration.ofSeconds(5));
    assertThat(database.number("select count(*) from video_tasks.outbox")).isZero();
    assertThat(database.text("select snapshot::json ->> 'polls' from video_tasks.wait"))
        .isEqualTo("1");
  }

  @Test
  void aLivingNodeKeepsItsLeases() {
    try (TestNode node =
        new TestNode(
            database.database(),
            DurableGateway.of("g", (id, limit) -> new CompletableFuture<>()))) {
      node.watch("g", "task_1");
      node.runAll();
      node.parts().beat().beat();
      assertThat(database.text("select holder from video_tasks.wait")).isEqualTo("test-node");
    }
  }

  @Test
  void aGatewayThatHangsDoesNotHideOthers() {
    DurableGateway hanging =
        DurableGateway.of("hanging", (id, limit) -> new CompletableFuture<>()).withMaxInFlight(2);
    DurableGateway healthy = DurableGateway.of("healthy", TestNode.always("completed"));
    try (TestNode node = new TestNode(database.database(), hanging, healthy)) {
      for (int i = 0; i < 50; i++) {
        node.watch("hanging", "task_" + i);
      }
      node.advance(Duration.ofMillis(1));
      for (int i = 0; i < 50; i++) {
        node.watch("healthy", "task_" + i);
      }
      node.runAll();
      assertThat(database.number("select count(*) from video_tasks.outbox")).isEqualTo(50);
      assertThat(node.parts().lateSteps().openCount()).isEqualTo(2);
    }
  }

  @Test
  void aGatewayWhoseSlotsCannotBeReservedDoesNotStopOthers() {
    AtomicInteger polls = new AtomicInteger();
    DurableGateway healthy =
        DurableGateway.of(
            "healthy",
            (id, limit) -> {
              polls.incrementAndGet();
              return TestNode.response(id, "completed");
            });
    DurableGateway broken =
        DurableGateway.of("broken", TestNode.always("completed")).withRequestsPerSecond(50);
    try (TestNode node = new TestNode(database.database(), healthy, broken)) {
      database.execute("delete from video_tasks.pace where gateway = 'broken'");
      int bucket = Buckets.of("broken", "task_1");
      node.watch("broken", "task_1");
      for (int i = 0; i < 500; i++) {
        if (Buckets.of("healthy", "task_" + i) == bucket) {
          node.watch("healthy", "task_" + i);
        }
      }
      node.parts().run().run(bucket, () -> false);
      assertThat(polls.get()).isPositive();
      assertThat(database.number("select count(*) from video_tasks.outbox")).isEqualTo(polls.get());
      assertThat(node.parts().run().nextRun(bucket))
          .isAfterOrEqualTo(node.now().plus(Duration.ofSeconds(1)));
    }
  }

  @Test
  void aWaitThatCannotBeReadDoesNotStopTheOthers() {
    try (TestNode node =
        new TestNode(database.database(), DurableGateway.of("g", TestNode.always("completed")))) {
      node.watch("g", "broken");
      node.watch("g", "whole");
      database.execute("update video_tasks.wait set snapshot = '{}' where task = 'broken'");
      node.runAll();
      assertThat(database.text("select string_agg(task, ',') from video_tasks.outbox"))
          .isEqualTo("whole");
      assertThat(database.number("select count(*) from video_tasks.wait where due_at > now()"))
          .isOne();
      assertThat(node.parts().waits().cancel("g", "broken")).isTrue();
    }
  }

  @Test
  void aCancelKeepsTheNumberOfPolls() {
    try (TestNode node =
        new TestNode(
            database.database(), DurableGateway.of("g", TestNode.always("\\\"polls\\\":7")))) {
      node.watch("g", "task_1");
      node.runAll();
      node.parts().waits().cancel("g", "task_1");
      assertThat(database.text("select polls from video_tasks.finished")).isEqualTo("1");
    }
  }

  /** PostgreSQL refuses escapes of such characters when it reads JSON. */
  @ParameterizedTest
  @ValueSource(strings = {"a\\u0000b", "a\\ud800b", "a\\udc00"})
  void aHostileStatusValueStopsNeitherABatchNorACancel(String status) {
    try (TestNode node =
        new TestNode(
            database.database(),
            DurableGateway.of(
                "g",
                (id, limit) ->
                    TestNode.response(id, id.value().equals("whole") ? "completed" : status)))) {
      node.watch("g", "hostile");
      node.watch("g", "whole");
      node.runAll();
      assertThat(database.text("select string_agg(task, ',') from video_tasks.outbox"))
          .isEqualTo("whole");
      assertThat(node.parts().waits().cancel("g", "hostile")).isTrue();
    }
  }

  @Test
  void masksTheErrorOfASource() throws InterruptedException {
    BlockingQueue<String> problems = new LinkedBlockingQueue<>();
    DurableWaitsListener listener =
        TestNode.onProblem((what, problem) -> problems.add(what + ": " + problem.getMessage()));
    DurableGateway failing =
        DurableGateway.of(
            "g",
            (id, limit) -> {
              throw new IllegalStateException("no route to https://host/v.mp4?sig=secret");
            });
    try (TestNode node = new TestNode(database.database(), listener, failing)) {
      node.watch("g", "task_1");
      node.runAll();
      assertThat(problems.poll(30, TimeUnit.SECONDS))
          .startsWith("poll of g/task_1: ")
          .contains("no route to https://host/v.mp4")
          .doesNotContain("secret");
    }
  }
}
