package io.github.videotasks.ext.polling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.videotasks.ext.error.TaskNotFoundException;
import io.github.videotasks.ext.error.VideoTasksException;
import io.github.videotasks.ext.payload.Stage;
import io.github.videotasks.ext.payload.TaskId;
import io.github.videotasks.ext.payload.TaskState;
import io.github.videotasks.ext.schedule.PollSchedule;
import io.github.videotasks.ext.testing.TaskScript;
import io.github.videotasks.ext.testing.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Gateways that misbehave: the wait ends or continues according to the policy, and leaves no polls
 * or scheduled calls.
 */
@SuppressWarnings("FutureReturnValueIgnored") // the tests check the polls and their times
class MisbehavingGatewayTest {

  private static final TaskId ID = new TaskId("sora-2:task_1");
  private static final WaitPolicy EVERY_TEN =
      WaitPolicy.defaults().withSchedule(PollSchedule.fixed(Duration.ofSeconds(10))).withJitter(0);

  private final VirtualTime time = new VirtualTime();
  private final List<String> reported = new ArrayList<>();
  private TaskScript script = new TaskScript(time, "pending");
  private TaskPoller poller = new TaskPoller(script, time);

  private CompletableFuture<TaskState> await(String... steps) {
    script = new TaskScript(time, steps);
    poller = new TaskPoller(script, time);
    return poller.await(ID, EVERY_TEN, new RecordingListener());
  }

  private final class RecordingListener implements TaskListener {
    @Override
    public void onChange(TaskState state) {
      reported.add(state.stage() + " " + state.progress());
    }

    @Override
    public void onRegression(TaskState before, TaskState now) {
      reported.add("regressed from " + before.progress());
    }

    @Override
    public void onStall(TaskState state, Duration unchanged) {
      reported.add("stalled for " + unchanged.toMinutes() + " min");
    }
  }

  @AfterEach
  void leavesNothingOpen() {
    time.advance(Duration.ofHours(1));
    assertThat(time.pendingCalls()).as("scheduled calls").isZero();
    assertThat(poller.openLoops()).as("poll loops").isZero();
    assertThat(poller.pendingPolls()).as("polls").isZero();
  }

  @Test
  void givesUpOnThirdNotFoundInARow() {
    CompletableFuture<TaskState> end = await("TASK_NOT_FOUND");
    time.advance(Duration.ofSeconds(19));
    assertThat(end).isNotDone();
    time.advance(Duration.ofSeconds(1));
    assertThatThrownBy(end::join).hasCauseInstanceOf(TaskNotFoundException.class);
    assertThat(script.pollTimes()).containsExactly(0L, 10L, 20L);
  }

  @Test
  void givesUpAfterHalfAMinuteWithoutAnyResponse() {
    CompletableFuture<TaskState> end = await("SERVER_ERROR");
    time.advance(Duration.ofMinutes(5));
    assertThat(script.pollTimes()).containsExactly(0L, 10L, 20L, 30L);
    assertThatThrownBy(end::join).hasCauseInstanceOf(VideoTasksException.class);
  }

  @Test
  void pollsUnknownStatusUntilDeadline() {
    CompletableFuture<TaskState> end = await("marinating");
    time.advance(Duration.ofMinutes(30));
    assertThatThrownBy(end::join)
        .cause()
        .isInstanceOfSatisfying(
            WaitTimeoutException.class,
            timeout -> {
              assertThat(timeout.lastState()).extracting(TaskState::status).isEqualTo("marinating");
              assertThat(timeout.timeline())
                  .hasToString("181 polls, 1 stalled; UNKNOWN (marinating) after 0 s");
            });
  }

  @Test
  void rateLimitsDoNotCountAsErrors() {
    String[] steps = new String[40];
    Arrays.fill(steps, "RATE_LIMITED");
    steps[39] = "completed";
    CompletableFuture<TaskState> end = await(steps);
    time.advance(Duration.ofMinutes(29));
    assertThat(end.join().stage()).isEqualTo(Stage.SUCCEEDED);
  }

  @Test
  void rateLimitPausesAllLoops() {
    script = new TaskScript(time, "RATE_LIMITED PT60S", "pending");
    poller = new TaskPoller(script, time);
    for (int i = 0; i < 100; i++) {
      poller.await(new TaskId("task_" + i), EVERY_TEN, TaskListener.none());
    }
    time.advance(Duration.ofSeconds(59));
    assertThat(script.pollTimes()).containsExactly(0L);
    time.advance(Duration.ofSeconds(10));
    assertThat(script.pollTimes()).hasSizeGreaterThan(100);
  }

  @Test
  void capsRetryAfter() {
    CompletableFuture<TaskState> end = await("RATE_LIMITED PT24H", "completed");
    time.advance(Duration.ofSeconds(119));
    assertThat(end).isNotDone();
    time.advance(Duration.ofSeconds(1));
    assertThat(end).isCompleted();
  }

  @Test
  void retryAfterDoesNotExtendDeadline() {
    script = new TaskScript(time, "RATE_LIMITED PT100S");
    poller = new TaskPoller(script, time);
    CompletableFuture<TaskState> end =
        poller.await(ID, EVERY_TEN.withDeadline(Duration.ofSeconds(30)), TaskListener.none());
    time.advance(Duration.ofSeconds(30));
    assertThat(end).isCompletedExceptionally();
    assertThat(script.pollTimes()).containsExactly(0L);
  }

  @Test
  void pollsAgainForMissingUrlThenFinishes() {
    CompletableFuture<TaskState> end = await("processing", "succeeded");
    time.advance(Duration.ofSeconds(16));
    assertThat(end).isNotDone();
    time.advance(Duration.ofSeconds(1));
    assertThat(end.join().stage()).isEqualTo(Stage.SUCCEEDED);
    assertThat(end.join().result()).isNull();
    assertThat(script.pollTimes()).containsExactly(0L, 10L, 11L, 13L, 17L);
  }

  @Test
  void finishesAtOnceForOpenAiVideo() {
    CompletableFuture<TaskState> end = await("{\"object\":\"video\",\"status\":\"completed\"}");
    assertThat(end.join().stage()).isEqualTo(Stage.SUCCEEDED);
    assertThat(script.pollTimes()).containsExactly(0L);
  }

  @Test
  void returnsLateUrl() {
    CompletableFuture<TaskState> end = await("succeeded", "CONNECTION", "completed");
    time.advance(Duration.ofSeconds(3));
    assertThat(end.join().result()).isNotNull();
  }

  @Test
  void returnsTaskWithoutUrlAtDeadline() {
    script = new TaskScript(time, "succeeded");
    poller = new TaskPoller(script, time);
    CompletableFuture<TaskState> end =
        poller.await(ID, EVERY_TEN.withDeadline(Duration.ofSeconds(2)), TaskListener.none());
    time.advance(Duration.ofSeconds(2));
    assertThat(end.join().stage()).isEqualTo(Stage.SUCCEEDED);
  }

  @Test
  void reportsRegressionAndContinues() {
    CompletableFuture<TaskState> end =
        await("processing 50", "processing 20", "pending 20", "completed 100");
    time.advance(Duration.ofSeconds(30));
    assertThat(reported)
        .containsExactly(
            "RUNNING 50",
            "RUNNING 20",
            "regressed from 50",
            "QUEUED 20",
            "regressed from 20",
            "SUCCEEDED 100");
    assertThat(end).isCompleted();
  }

  @Test
  void reportsStallOnce() {
    await("processing 93");
    time.advance(Duration.ofMinutes(29));
    assertThat(reported).containsExactly("RUNNING 93", "stalled for 10 min");
  }

  @Test
  void sharesLoopForSameTask() {
    CompletableFuture<TaskState> first = await("pending", "processing", "completed");
    time.advance(Duration.ofSeconds(5));
    CompletableFuture<TaskState> second = poller.await(ID, EVERY_TEN, new RecordingListener());
    time.advance(Duration.ofSeconds(15));
    assertThat(script.pollTimes()).containsExactly(0L, 10L, 20L);
    assertThat(second.join()).isSameAs(first.join());
    assertThat(reported)
        .containsExactly(
            "QUEUED null",
            "QUEUED null",
            "RUNNING null",
            "RUNNING null",
            "SUCCEEDED null",
            "SUCCEEDED null");
  }

  @Test
  void startsNewLoopAfterEnd() {
    CompletableFuture<TaskState> first = await("pending", "completed");
    CompletableFuture<TaskState> second =
        first.thenCompose(end -> poller.await(ID, EVERY_TEN, TaskListener.none()));
    time.advance(Duration.ofSeconds(10));
    assertThat(second).isCompleted();
    assertThat(script.pollTimes()).containsExactly(0L, 10L, 10L);
  }

  @Test
  void cancelOfOneCallerKeepsLoop() {
    CompletableFuture<TaskState> first = await("pending", "hang", "completed");
    CompletableFuture<TaskState> second = poller.await(ID, EVERY_TEN, TaskListener.none());
    time.advance(Duration.ofSeconds(10));
    first.cancel(true);
    assertThat(script.responses().get(1)).isNotDone();
    second.cancel(true);
    assertThat(script.responses().get(1)).isCancelled();
  }

  @Test
  void throwingListenerFailsOnlyItsCaller() {
    CompletableFuture<TaskState> first = await("pending", "completed");
    CompletableFuture<TaskState> second =
        poller.await(
            ID,
            EVERY_TEN,
            state -> {
              throw new UnsupportedOperationException("mine");
            });
    assertThatThrownBy(second::join).hasCauseInstanceOf(UnsupportedOperationException.class);
    time.advance(Duration.ofSeconds(10));
    assertThat(first).isCompleted();
  }

  @Test
  void cancelOfManyWaitsLeavesNothing() {
    script = new TaskScript(time, "hang");
    poller = new TaskPoller(script, time);
    List<CompletableFuture<TaskState>> ends = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      ends.add(poller.await(new TaskId("task_" + i), EVERY_TEN, TaskListener.none()));
    }
    assertThat(poller.pendingPolls()).isEqualTo(1_000);
    poller.stop();
    ends.forEach(end -> end.cancel(true));
    assertThat(script.responses()).hasSize(64).allMatch(CompletableFuture::isCancelled);
    assertThat(poller.openLoops()).isZero();
    assertThat(poller.pendingPolls()).isZero();
    assertThat(time.pendingCalls()).isZero();
  }

  @Test
  void jitterSpreadsConcurrentLoops() {
    script = new TaskScript(time, "pending");
    poller = new TaskPoller(script, time);
    for (int i = 0; i < 60; i++) {
      poller.await(new TaskId("task_" + i), EVERY_TEN.withJitter(0.1), TaskListener.none());
    }
    time.advance(Duration.ofMinutes(10));
    long[] last =
        script.pollTimes().stream().mapToLong(Long::longValue).filter(at -> at > 585).toArray();
    assertThat(Arrays.stream(last).distinct().count()).isGreaterThan(10);
  }
}
