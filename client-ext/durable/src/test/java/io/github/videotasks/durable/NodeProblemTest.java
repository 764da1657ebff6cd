package io.github.videotasks.durable;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.client.runtime.JsonValue;
import io.github.videotasks.ext.error.ErrorDetails;
import io.github.videotasks.ext.error.ErrorKind;
import io.github.videotasks.ext.error.VideoTasksException;
import io.github.videotasks.ext.payload.TaskId;
import io.github.videotasks.ext.payload.TaskState;
import io.github.videotasks.ext.polling.PollSteps;
import io.github.videotasks.ext.polling.TaskSource;
import io.github.videotasks.ext.polling.WaitPolicy;
import io.github.videotasks.ext.polling.WaitSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Problems of this node, which say nothing about the task. */
@Timeout(60)
class NodeProblemTest {

  private static final TaskSource CLOSED =
      (id, limit) ->
          CompletableFuture.failedFuture(
              VideoTasksException.of(
                  "the client is closed", ErrorDetails.of(ErrorKind.CLOSED), null));

  private static final TaskSource BROKEN =
      (id, limit) -> {
        throw new IllegalStateException("no such thing");
      };

  private final TestDatabase test = TestDatabase.create();
  private final BlockingQueue<String> problems = new LinkedBlockingQueue<>();

  @AfterEach
  void close() {
    test.close();
  }

  private TestNode node(TaskSource source) {
    return new TestNode(
        test.database(),
        TestNode.onProblem((what, problem) -> problems.add(what)),
        DurableGateway.of("g", source));
  }

  private String outcome() {
    return test.text("select outcome from video_tasks.outbox");
  }

  @Test
  void theDeadlineEndsAWaitWhoseClientIsClosed() {
    try (TestNode node = node(CLOSED)) {
      node.watch("g", "task_1");
      node.runAll();
      assertThat(outcome()).isEqualTo("no row");
      node.advance(TestNode.POLICY.deadline());
      node.runAll();
      assertThat(outcome()).isEqualTo("TIMED_OUT");
      assertThat(test.text("select problem from video_tasks.finished"))
          .startsWith("WAIT_TIMEOUT: expected task task_1 to end until ")
          .contains("the client is closed");
    }
  }

  @Test
  void theDeadlineEndsAWaitWhoseSourceThrows() {
    try (TestNode node = node(BROKEN)) {
      node.watch("g", "task_1");
      node.advance(TestNode.POLICY.deadline());
      node.runAll();
      assertThat(outcome()).isEqualTo("TIMED_OUT");
    }
  }

  @Test
  void theDeadlineEndsAWaitWhosePolicyThisNodeCannotRead() {
    try (TestNode node = node(TestNode.always("processing"))) {
      node.watch("g", "task_1");
      test.execute("update video_tasks.wait set policy = '{\"schedule\":\"removed\"}'");
      node.advance(TestNode.POLICY.deadline());
      node.runAll();
      assertThat(outcome()).isEqualTo("TIMED_OUT");
    }
  }

  @Test
  void theLastPollIsAtTheDeadline() {
    try (TestNode node = node(CLOSED)) {
      node.watch("g", "task_1");
      node.advance(TestNode.POLICY.deadline().minusSeconds(2));
      node.runAll();
      assertThat(
              test.text(
                  "select extract(microseconds from due_at - (snapshot::json ->>"
                      + " 'deadline')::timestamptz) from video_tasks.wait"))
          .isIn("0", "1");
    }
  }

  /** As in PollSteps: only the URL of the video was missing. */
  @Test
  void aTaskThatHasEndedIsAResultAtTheDeadline() {
    PollSteps steps = PollSteps.of(WaitPolicy.defaults());
    Instant now = Instant.parse("2026-01-01T00:00:00Z");
    TaskId id = new TaskId("task_1");
    TaskState ended = TaskState.of(id, JsonValue.parse("{\"status\":\"completed\"}"));
    WaitSnapshot snapshot =
        steps.afterResponse(steps.begin("g", "", id, now), ended, now).snapshot();
    WaitRow row = new WaitRow("g", "task_1", now, 1, 0, "", snapshot.toJson());
    Step step =
        StepRules.afterNodeProblem(
            row, new IllegalStateException(), snapshot.deadline(), Duration.ofSeconds(5));
    assertThat(((Step.End) step).outcome()).isEqualTo(WaitOutcome.SUCCEEDED);
    assertThat(((Step.End) step).status()).isEqualTo("completed");
    assertThat(((Step.End) step).problem()).isNull();
  }

  @Test
  void aProblemOfEachPollIsReportedOnceInTenSeconds() throws InterruptedException {
    try (TestNode node = node(CLOSED)) {
      for (int i = 0; i < 20; i++) {
        node.watch("g", "task_" + i);
      }
      node.runAll();
      node.advance(Duration.ofSeconds(10));
      node.runAll();
      node.parts().reports().problem("last", "");
      List<String> reported = new ArrayList<>();
      while (!reported.contains("last")) {
        reported.add(problems.take());
      }
      assertThat(reported).hasSize(3);
      assertThat(reported.get(0)).startsWith("poll of g/task_").doesNotContain("before it");
      assertThat(reported.get(1)).endsWith("(and 19 problems before it)");
    }
  }
}
