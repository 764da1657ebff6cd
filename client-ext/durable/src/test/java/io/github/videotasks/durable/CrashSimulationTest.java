package io.github.videotasks.durable;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.ext.payload.TaskId;
import io.github.videotasks.ext.payload.TaskState;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A node dies before each statement that it would execute, one after the other, and another node
 * continues. Clock and scheduler are those of the test.
 */
class CrashSimulationTest {

  private static final int TASKS = 4;

  private final TestDatabase test = TestDatabase.create();

  /** Thrown where the node dies. */
  private static final class SimulatedCrash extends Error {
    private static final long serialVersionUID = 1L;
  }

  /** The truth about the tasks: after how many polls each ends, and which polls get no response. */
  private static final class SimulatedGateway {
    private final Random random;
    private final Map<String, Integer> pollsLeft = new HashMap<>();

    SimulatedGateway(long seed) {
      random = new Random(seed);
      for (int i = 0; i < TASKS; i++) {
        pollsLeft.put("task_" + i, 1 + random.nextInt(3));
      }
    }

    CompletableFuture<TaskState> fetch(TaskId id, Duration limit) {
      if (random.nextInt(5) == 0) {
        return new CompletableFuture<>();
      }
      int left = pollsLeft.merge(id.value(), -1, Integer::sum);
      String end = id.value().endsWith("0") ? "failed" : "completed";
      return TestNode.response(id, left > 0 ? "processing" : end);
    }
  }

  @AfterEach
  void close() {
    test.close();
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void losesAndDoublesNothingWhereverANodeDies(long seed) {
    int crashes = 0;
    while (runWithCrash(seed, crashes)) {
      crashes++;
    }
    System.out.println("seed " + seed + ": died before each of " + crashes + " statements");
    assertThat(crashes).isGreaterThan(20);
  }

  /** Returns whether the node died, that is, would have executed more statements. */
  private boolean runWithCrash(long seed, int statementsBefore) {
    test.execute("truncate video_tasks.wait, video_tasks.finished, video_tasks.outbox");
    test.execute("create table if not exists processed (event_key text, task text, outcome text)");
    test.execute("truncate processed");
    SimulatedGateway simulated = new SimulatedGateway(seed);
    DurableGateway gateway = DurableGateway.of("g", simulated::fetch);
    int[] left = {Integer.MAX_VALUE};
    Database dying =
        new Database(
            HookedDataSource.of(
                test.dataSource(),
                sql -> {
                  if (left[0]-- <= 0) {
                    throw new SimulatedCrash();
                  }
                }));
    boolean died = false;
    try (TestNode node = new TestNode(dying, gateway)) {
      left[0] = statementsBefore;
      live(node);
    } catch (SimulatedCrash e) {
      died = true;
    }
    try (TestNode survivor = new TestNode(test.database(), gateway)) {
      survivor.advance(Duration.ofMinutes(2));
      live(survivor);
      live(survivor);
    }
    checkInvariants(seed, statementsBefore);
    return died;
  }

  /** The caller watches each task, the buckets run, and the events are processed. */
  private static void live(TestNode node) {
    for (int i = 0; i < TASKS; i++) {
      node.watch("g", "task_" + i);
    }
    for (int round = 0; round < 5; round++) {
      for (int i = 0; i < TASKS; i++) {
        node.parts().run().run(Buckets.of("g", "task_" + i), () -> false);
      }
      node.advance(Duration.ofSeconds(40));
    }
    new EventDelivery(node.parts().database(), CrashSimulationTest::process, node.parts().reports())
        .deliverBatch();
  }

  private static void process(WaitEvent event, Connection transaction) throws SQLException {
    try (PreparedStatement insert =
        transaction.prepareStatement("insert into processed values (?, ?, ?)")) {
      insert.setString(1, event.key());
      insert.setString(2, event.task());
      insert.setString(3, event.outcome().name());
      insert.executeUpdate();
    }
  }

  private void checkInvariants(long seed, int statementsBefore) {
    String where = "seed " + seed + ", death before statement " + statementsBefore;
    assertThat(
            test.text(
                "select string_agg(task || ' ' || outcome, ', ' order by task) from processed"))
        .as(where)
        .isEqualTo("task_0 FAILED, task_1 SUCCEEDED, task_2 SUCCEEDED, task_3 SUCCEEDED");
    assertThat(test.number("select count(*) from video_tasks.wait")).as(where).isZero();
    assertThat(test.number("select count(*) from video_tasks.outbox")).as(where).isZero();
    assertThat(test.number("select count(*) from video_tasks.finished")).as(where).isEqualTo(4);
  }
}
