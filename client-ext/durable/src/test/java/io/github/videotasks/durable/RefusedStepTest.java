package io.github.videotasks.durable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

/** PostgreSQL refuses what is to be stored for the task {@code bad}, again and again. */
class RefusedStepTest {

  private static final int BUCKET = Buckets.of("g", "bad");

  private final TestDatabase test = TestDatabase.create();
  private final BlockingQueue<String> problems = new LinkedBlockingQueue<>();
  private final DurableWaitsListener listener =
      TestNode.onProblem((what, problem) -> problems.add(what + ": " + problem.getMessage()));
  private final AtomicInteger pollsOfBad = new AtomicInteger();

  @AfterEach
  void close() {
    test.close();
  }

  private void refuse(String state, String events, String table, String row) {
    test.execute(
        "create function refuse() returns trigger language plpgsql as $$ begin"
            + " raise exception 'refused' using errcode = '"
            + state
            + "'; end $$");
    test.execute(
        "create trigger refuse before %s on video_tasks.%s for each row when (%s.task = 'bad') execute function refuse()"
            .formatted(events, table, row));
  }

  private CompletableFuture<TaskState> poll(TaskId id, Duration limit) {
    if (id.value().equals("bad")) {
      pollsOfBad.incrementAndGet();
    }
    return TestNode.response(id, "completed");
  }

  private TestNode node(Database database, int maxInFlight) {
    return new TestNode(
        database, listener, DurableGateway.of("g", this::poll).withMaxInFlight(maxInFlight));
  }

  /** Watches the bad task first, and then others of its bucket. */
  private static void watch(TestNode node, int others) {
    node.watch("g", "bad");
    node.advance(Duration.ofMillis(1));
    List<String> tasks = new ArrayList<>();
    for (int i = 0; tasks.size() < others; i++) {
      if (Buckets.of("g", "task_" + i) == BUCKET) {
        tasks.add("task_" + i);
      }
    }
    tasks.forEach(task -> node.watch("g", task));
  }

  private static void run(TestNode node) {
    node.parts().run().run(BUCKET, () -> false);
  }

  @ParameterizedTest
  @ValueSource(strings = {"P0001", "22P05", "23514", "54000", "ABCDE"})
  void theOtherStepsOfItsBatchAreCommitted(String state) throws InterruptedException {
    refuse(state, "insert", "outbox", "new");
    try (TestNode node = node(test.database(), 64)) {
      watch(node, 20);
      run(node);
      assertThat(test.number("select count(*) from video_tasks.outbox")).isEqualTo(20);
      assertThat(test.text("select string_agg(task, ',') from video_tasks.wait")).isEqualTo("bad");
      assertThat(problems.poll(30, TimeUnit.SECONDS))
          .startsWith("step of g/bad: ")
          .contains("found SQL state " + state, "cancel the wait");
      assertThat(node.parts().waits().cancel("g", "good")).isFalse();
    }
  }

  @Test
  void itsWaitIsDueAgainLaterAndLaterAtMostFiveMinutes() {
    refuse("P0001", "insert", "outbox", "new");
    try (TestNode node = node(test.database(), 64)) {
      watch(node, 0);
      run(node);
      assertThat(pauseOfBad(node)).isEqualTo(1);
      node.advance(Duration.ofSeconds(20));
      run(node);
      assertThat(pauseOfBad(node)).isEqualTo(2);
      node.advance(Duration.ofHours(1));
      run(node);
      assertThat(pauseOfBad(node)).isEqualTo(300);
      assertThat(pollsOfBad).hasValue(3);
    }
  }

  private long pauseOfBad(TestNode node) {
    return test.number(
        "select round(extract(epoch from due_at - '%s'))::integer from video_tasks.wait"
            .formatted(node.now()));
  }

  /** Only one poll is in flight at a time, so the others are behind the one that stays due. */
  @Test
  void aWaitThatCannotBeMovedDelaysNoOthers() {
    refuse("P0001", "update or delete", "wait", "old");
    try (TestNode node = node(test.database(), 1)) {
      watch(node, 5);
      run(node);
      run(node);
      assertThat(test.number("select count(*) from video_tasks.outbox")).isEqualTo(5);
      assertThat(pollsOfBad).hasValue(1);
      node.advance(Duration.ofSeconds(2));
      run(node);
      assertThat(pollsOfBad).hasValue(2);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"53100", "40001", "57014", "42P01"})
  void aProblemThatIsNotInTheRowsIsNotDivided(String state) {
    AtomicInteger commits = new AtomicInteger();
    Database counted =
        new Database(
            HookedDataSource.of(
                test.dataSource(), sql -> commits.addAndGet(sql.contains("with step as") ? 1 : 0)));
    refuse(state, "insert", "outbox", "new");
    try (TestNode node = node(counted, 64)) {
      watch(node, 20);
      assertThatThrownBy(() -> run(node)).isInstanceOf(DurableWaitsException.class);
      assertThat(commits).hasValue(1);
      assertThat(test.number("select count(*) from video_tasks.wait")).isEqualTo(21);
    }
  }

  @Test
  void aLateStepThatIsRefusedDoesNotStopTheOthers() throws InterruptedException {
    refuse("P0001", "insert", "outbox", "new");
    List<CompletableFuture<TaskState>> polls = new ArrayList<>();
    DurableGateway slow =
        DurableGateway.of(
            "g",
            (id, limit) -> {
              CompletableFuture<TaskState> poll = new CompletableFuture<>();
              polls.add(poll.thenCompose(any -> TestNode.response(id, "completed")));
              return polls.get(polls.size() - 1);
            });
    try (TestNode node = new TestNode(test.database(), listener, slow)) {
      watch(node, 3);
      run(node);
      polls.forEach(poll -> poll.complete(TestNode.response(new TaskId("t"), "completed").join()));
      for (int i = 0; i < 4; i++) {
        node.parts().lateSteps().commitNext(Duration.ofMillis(10));
      }
      assertThat(test.number("select count(*) from video_tasks.outbox")).isEqualTo(3);
      assertThat(test.text("select task || ' ' || coalesce(holder, '-') from video_tasks.wait"))
          .isEqualTo("bad -");
    }
  }
}
