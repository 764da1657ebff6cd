package io.github.videotasks.ext.polling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.videotasks.ext.error.ApiKeyRejectedException;
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
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Poll loops of minutes and hours, in virtual time. */
class TaskPollerTest {

  private static final TaskId ID = new TaskId("sora-2:task_1");

  private final VirtualTime time = new VirtualTime();

  private CompletableFuture<TaskState> start(TaskScript script, WaitPolicy policy) {
    return start(script, policy, TaskListener.none());
  }

  private CompletableFuture<TaskState> start(
      TaskScript script, WaitPolicy policy, TaskListener listener) {
    return new TaskPoller(script, time).await(ID, policy, listener);
  }

  private static WaitPolicy every(int seconds) {
    return WaitPolicy.defaults()
        .withSchedule(PollSchedule.fixed(Duration.ofSeconds(seconds)))
        .withJitter(0);
  }

  @Test
  void pollsAtOnceThenBySchedule() {
    TaskScript script = new TaskScript(time, "pending", "processing", "processing", "completed");
    CompletableFuture<TaskState> end = start(script, every(7));
    time.advance(Duration.ofMinutes(5));
    assertThat(script.pollTimes()).containsExactly(0L, 7L, 14L, 21L);
    assertThat(end.join().stage()).isEqualTo(Stage.SUCCEEDED);
    assertThat(time.pendingCalls()).isZero();
  }

  @Test
  void followsSteppedSchedule() {
    TaskScript script = new TaskScript(time, "pending");
    CompletableFuture<TaskState> end =
        start(script, WaitPolicy.defaults().withSchedule(PollSchedule.stepped()).withJitter(0));
    time.advance(Duration.ofSeconds(200));
    assertThat(script.pollTimes())
        .containsExactly(
            0L, 5L, 10L, 15L, 20L, 25L, 30L, 40L, 50L, 60L, 70L, 80L, 90L, 100L, 110L, 120L, 150L,
            180L);
    assertThat(end).isNotDone();
  }

  @Test
  void returnsFailedTask() {
    CompletableFuture<TaskState> end = start(new TaskScript(time, "failed"), WaitPolicy.defaults());
    assertThat(end.join().stage()).isEqualTo(Stage.FAILED);
  }

  @Test
  void timesOutWithLastState() {
    TaskScript script = new TaskScript(time, "pending", "mystery 40");
    CompletableFuture<TaskState> end =
        start(script, every(10).withDeadline(Duration.ofSeconds(25)));
    time.advance(Duration.ofSeconds(24));
    assertThat(end).isNotDone();
    time.advance(Duration.ofSeconds(1));
    assertThatThrownBy(end::join)
        .cause()
        .isInstanceOfSatisfying(
            WaitTimeoutException.class,
            timeout -> {
              assertThat(timeout)
                  .hasMessage(
                      "expected task sora-2:task_1 to end within PT25S, found"
                          + " TaskState[sora-2:task_1, UNKNOWN (mystery), 40%] (4 polls; QUEUED"
                          + " (pending) after 0 s, UNKNOWN (mystery) after 10 s); wait again with"
                          + " a later deadline, or check lastState() [attempts: 4; elapsed: 25000"
                          + " ms]");
              assertThat(timeout.lastState())
                  .hasToString("TaskState[sora-2:task_1, UNKNOWN (mystery), 40%]");
            });
    assertThat(time.pendingCalls()).isZero();
  }

  @Test
  void deadlineAbortsPollInFlight() {
    TaskScript script = new TaskScript(time, "hang");
    CompletableFuture<TaskState> end = start(script, every(1).withDeadline(Duration.ofSeconds(3)));
    time.advance(Duration.ofSeconds(3));
    assertThat(end).isCompletedExceptionally();
    assertThat(script.responses()).singleElement().matches(CompletableFuture::isCancelled);
  }

  @Test
  void cancelAbortsPollInFlight() {
    TaskScript script = new TaskScript(time, "pending", "hang");
    CompletableFuture<TaskState> end = start(script, every(2));
    time.advance(Duration.ofSeconds(2));
    end.cancel(true);
    time.advance(Duration.ofHours(1));
    assertThat(script.responses().get(1)).isCancelled();
    assertThat(script.pollTimes()).containsExactly(0L, 2L);
    assertThat(time.pendingCalls()).isZero();
  }

  @Test
  void cancelBetweenPollsStopsPolling() {
    TaskScript script = new TaskScript(time, "pending");
    CompletableFuture<TaskState> end = start(script, every(2));
    end.cancel(true);
    time.advance(Duration.ofHours(1));
    assertThat(script.pollTimes()).containsExactly(0L);
    assertThat(time.pendingCalls()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"CONNECTION", "SERVER_ERROR", "UNREADABLE_RESPONSE", "CALL_TIMEOUT"})
  void continuesAfterTransientError(String error) {
    TaskScript script = new TaskScript(time, error, error, "completed");
    CompletableFuture<TaskState> end = start(script, every(5));
    time.advance(Duration.ofSeconds(10));
    assertThat(end.join().stage()).isEqualTo(Stage.SUCCEEDED);
  }

  @Test
  void givesUpAfterTolerableOutage() {
    TaskScript script = new TaskScript(time, "CONNECTION", "pending", "SERVER_ERROR", "CONNECTION");
    CompletableFuture<TaskState> end =
        start(script, every(1).withOutageTolerance(Duration.ofSeconds(2)));
    time.advance(Duration.ofMinutes(1));
    assertThat(script.pollTimes()).containsExactly(0L, 1L, 2L, 3L, 4L);
    assertThatThrownBy(end::join).cause().isInstanceOf(VideoTasksException.class);
  }

  @Test
  void givesUpAtOnceOnRejectedKey() {
    CompletableFuture<TaskState> end = start(new TaskScript(time, "UNAUTHORIZED"), every(1));
    assertThatThrownBy(end::join).cause().isInstanceOf(ApiKeyRejectedException.class);
    assertThat(time.pendingCalls()).isZero();
  }

  @Test
  void givesUpOnThirdNotFoundInARow() {
    TaskScript script =
        new TaskScript(time, "TASK_NOT_FOUND", "TASK_NOT_FOUND", "pending", "TASK_NOT_FOUND");
    CompletableFuture<TaskState> end = start(script, every(1));
    time.advance(Duration.ofSeconds(4));
    assertThat(end).isNotDone();
    time.advance(Duration.ofSeconds(1));
    assertThatThrownBy(end::join).cause().isInstanceOf(TaskNotFoundException.class);
  }

  @Test
  void honorsRetryAfterUpToMaximum() {
    TaskScript script =
        new TaskScript(
            time, "RATE_LIMITED PT20S", "RATE_LIMITED PT24H", "RATE_LIMITED", "completed");
    CompletableFuture<TaskState> end = start(script, every(5));
    time.advance(Duration.ofMinutes(10));
    assertThat(script.pollTimes()).containsExactly(0L, 20L, 140L, 145L);
    assertThat(end).isCompleted();
  }

  @Test
  void enforcesMinPause() {
    TaskScript script = new TaskScript(time, "pending");
    CompletableFuture<TaskState> end =
        start(script, WaitPolicy.defaults().withSchedule(input -> Duration.ZERO));
    time.advance(Duration.ofSeconds(2));
    assertThat(script.pollTimes()).hasSize(9);
    assertThat(end).isNotDone();
  }

  @Test
  void reportsEachChangeOnce() {
    TaskScript script =
        new TaskScript(
            time,
            "pending",
            "pending",
            "processing 10",
            "processing 10",
            "processing 60",
            "completed 100");
    List<String> reported = new ArrayList<>();
    CompletableFuture<TaskState> end =
        start(script, every(1), state -> reported.add(state.stage() + " " + state.progress()));
    time.advance(Duration.ofMinutes(1));
    assertThat(reported)
        .containsExactly("QUEUED null", "RUNNING 10", "RUNNING 60", "SUCCEEDED 100");
    assertThat(end).isCompleted();
  }

  @Test
  void listenerExceptionEndsWait() {
    CompletableFuture<TaskState> end =
        start(
            new TaskScript(time, "pending"),
            every(1),
            state -> {
              throw new UnsupportedOperationException("mine");
            });
    assertThatThrownBy(end::join)
        .isInstanceOf(CompletionException.class)
        .hasCauseInstanceOf(UnsupportedOperationException.class);
    assertThat(time.pendingCalls()).isZero();
  }

  @Test
  void sourceExceptionEndsWait() {
    TaskSource broken =
        (id, limit) -> {
          throw new UnsupportedOperationException("broken");
        };
    CompletableFuture<TaskState> end =
        new TaskPoller(broken, time).await(ID, every(1), TaskListener.none());
    assertThatThrownBy(end::join).hasCauseInstanceOf(UnsupportedOperationException.class);
    assertThat(time.pendingCalls()).isZero();
  }

  @Test
  void honorsRetryAfterWhilePollingForUrl() {
    TaskScript script =
        new TaskScript(time, "{\"status\":\"completed\"}", "SERVER_ERROR 503 PT50S", "completed");
    CompletableFuture<TaskState> end = start(script, every(7));
    time.advance(Duration.ofMinutes(5));
    assertThat(script.pollTimes()).containsExactly(0L, 1L, 51L);
    assertThat(end.join().result()).isNotNull();
  }

  @Test
  void listenerIsNotCalledAfterItCancels() {
    TaskScript script = new TaskScript(time, "processing 50", "processing 40");
    List<String> calls = new ArrayList<>();
    List<CompletableFuture<TaskState>> wait = new ArrayList<>();
    TaskListener listener =
        new TaskListener() {
          @Override
          public void onChange(TaskState state) {
            calls.add("onChange");
            wait.forEach(it -> it.cancel(true));
          }

          @Override
          public void onRegression(TaskState before, TaskState now) {
            calls.add("onRegression");
          }
        };
    wait.add(start(script, every(7), listener));
    time.advance(Duration.ofMinutes(1));
    assertThat(calls).containsExactly("onChange", "onChange");
  }

  /** Code that depends on the result may block, and the loop may poll meanwhile. */
  @Test
  void leavesLoopBeforeCallerSeesResult() {
    TaskScript script = new TaskScript(time, "pending");
    TaskPoller poller = new TaskPoller(script, time);
    CompletableFuture<TaskState> wait = poller.await(ID, every(7), TaskListener.none());
    CompletableFuture<Integer> pollsWhileBlocked =
        wait.handle(
            (state, error) -> {
              int before = script.responses().size();
              time.advance(Duration.ofMinutes(1));
              return script.responses().size() - before;
            });
    wait.cancel(true);
    assertThat(pollsWhileBlocked).isCompletedWithValue(0);
  }
}
