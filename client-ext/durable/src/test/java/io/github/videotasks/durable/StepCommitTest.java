package io.github.videotasks.durable;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each step is fenced by the epoch of its wait. */
class StepCommitTest {

  private final TestDatabase test = TestDatabase.create();
  private final Database database = test.database();
  private final TestNode node =
      new TestNode(database, DurableGateway.of("g", TestNode.always("processing")));

  @BeforeEach
  void watch() {
    node.watch("g", "task_1");
  }

  @AfterEach
  void close() {
    node.close();
    test.close();
  }

  private WaitRow row() {
    return new BucketTable(database)
        .readDue(Buckets.of("g", "task_1"), node.now(), Map.of("g", 10))
        .get(0);
  }

  private Step.Continue next(WaitRow row) {
    return new Step.Continue(row, node.now().plusSeconds(10), null);
  }

  private static Step.End end(WaitRow row) {
    return new Step.End(row, WaitOutcome.SUCCEEDED, 3, "completed", null, 12.5);
  }

  private long count(String table) {
    return test.number("select count(*) from video_tasks." + table);
  }

  @Test
  void refusesTheStepOfANodeThatWasOvertaken() {
    WaitRow stale = row();
    assertThat(StepCommit.commit(database, List.of(next(stale))).cardinality()).isOne();

    assertThat(StepCommit.commit(database, List.of(end(stale)))).isEqualTo(new BitSet());
    assertThat(count("wait")).isOne();
    assertThat(count("outbox")).isZero();
    assertThat(count("finished")).isZero();
  }

  @Test
  void refusesASecondEnd() {
    WaitRow row = row();
    assertThat(StepCommit.commit(database, List.of(end(row))).cardinality()).isOne();
    assertThat(StepCommit.commit(database, List.of(end(row))).cardinality()).isZero();
    assertThat(count("outbox")).isOne();
    assertThat(test.text("select seconds from video_tasks.finished")).isEqualTo("12.5");
  }

  @Test
  void refusesAStepAfterACancel() {
    WaitRow row = row();
    assertThat(node.parts().waits().cancel("g", "task_1")).isTrue();
    assertThat(node.parts().waits().cancel("g", "task_1")).isFalse();
    assertThat(StepCommit.commit(database, List.of(end(row), next(row))).cardinality()).isZero();
    assertThat(test.text("select string_agg(outcome, ',') from video_tasks.outbox"))
        .isEqualTo("CANCELLED");
  }

  /** The end of the first wait is older than the retention. */
  @Test
  void refusesAStepOfAnEarlierWaitForTheSameTask() {
    WaitRow earlier = row();
    node.parts().waits().cancel("g", "task_1");
    test.execute("delete from video_tasks.finished");
    watch();
    assertThat(StepCommit.commit(database, List.of(end(earlier))).cardinality()).isZero();
    assertThat(count("wait")).isOne();
  }

  @Test
  void aNudgeDuringAPollKeepsTheWaitDue() {
    WaitRow row = row();
    assertThat(node.parts().waits().nudge("g", "task_1")).isTrue();
    StepCommit.commit(database, List.of(next(row)));
    assertThat(test.text("select due_at <= clock_timestamp() from video_tasks.wait"))
        .isEqualTo("t");
    node.advance(java.time.Duration.ofSeconds(1));
    StepCommit.commit(database, List.of(next(row())));
    assertThat(test.text("select due_at <= clock_timestamp() from video_tasks.wait"))
        .isEqualTo("f");
  }

  @Test
  void aFailedCommitLeavesNothing() {
    WaitRow row = row();
    test.execute("alter table video_tasks.outbox add constraint full_disk check (polls < 0)");
    org.assertj.core.api.Assertions.assertThatThrownBy(
            () -> StepCommit.commit(database, List.of(end(row))))
        .isInstanceOf(DurableWaitsException.class);
    assertThat(count("wait")).isOne();
    assertThat(count("finished")).isZero();
  }
}
