package io.github.videotasks.ext.polling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.videotasks.ext.error.ErrorKind;
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
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Gateways that do not respond for a while, in virtual time. */
class OutageTest {

  private static final TaskId ID = new TaskId("sora-2:task_1");
  private static final WaitPolicy EVERY_FIVE =
      WaitPolicy.defaults().withSchedule(PollSchedule.fixed(Duration.ofSeconds(5))).withJitter(0);

  private final VirtualTime time = new VirtualTime();
  private final List<Long> pollTimes = new ArrayList<>();

  /** A gateway that fails from one time to another, in seconds. */
  private TaskPoller gateway(String error, int failsFrom, int failsUntil, String otherwise) {
    TaskSource source =
        (id, limit) -> {
          long now = Duration.ofNanos(time.nanoTime()).toSeconds();
          pollTimes.add(now);
          boolean fails = now >= failsFrom && now < failsUntil;
          return new TaskScript(time, fails ? error : otherwise).fetch(id, limit);
        };
    return new TaskPoller("https://host/", source, time, RateLimits.DEFAULTS);
  }

  private static VideoTasksException errorOf(CompletableFuture<TaskState> wait) {
    Throwable thrown = catchThrowable(wait::join);
    return (VideoTasksException) Objects.requireNonNull(thrown.getCause());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CONNECTION",
        "CALL_TIMEOUT",
        "SERVER_ERROR 503",
        "UNREADABLE_RESPONSE 200",
        "CHALLENGE 403",
        "UNKNOWN_HOST",
        "UNTRUSTED_CERTIFICATE"
      })
  void outageOfFiveMinutesDoesNotEndWait(String error) {
    CompletableFuture<TaskState> end =
        gateway(error, 360, 660, "processing").await(ID, EVERY_FIVE, TaskListener.none());
    time.advance(Duration.ofMinutes(29));
    assertThat(end).isNotDone();
    assertThat(pollTimes).anyMatch(at -> at > 360 && at < 660).anyMatch(at -> at > 1_700);
    end.cancel(true);
  }

  @Test
  void outageOfFiveMinutesDoesNotEndWaitWithDefaultPolicy() {
    CompletableFuture<TaskState> end =
        gateway("CONNECTION", 30, 330, "processing")
            .await(ID, WaitPolicy.defaults(), TaskListener.none());
    time.advance(Duration.ofMinutes(20));
    assertThat(end).isNotDone();
    end.cancel(true);
  }

  @Test
  void slowsDownDuringOutageAndRecoversAtOnce() {
    CompletableFuture<TaskState> end =
        gateway("CONNECTION", 5, 130, "processing").await(ID, EVERY_FIVE, TaskListener.none());
    time.advance(Duration.ofSeconds(150));
    assertThat(pollTimes)
        .containsExactly(0L, 5L, 10L, 15L, 25L, 45L, 75L, 105L, 135L, 140L, 145L, 150L);
    end.cancel(true);
  }

  @Test
  void keepsSlowScheduleDuringOutage() {
    WaitPolicy everyMinute = EVERY_FIVE.withSchedule(PollSchedule.fixed(Duration.ofMinutes(1)));
    CompletableFuture<TaskState> end =
        gateway("CONNECTION", 60, 300, "processing").await(ID, everyMinute, TaskListener.none());
    time.advance(Duration.ofMinutes(6));
    assertThat(pollTimes).containsExactly(0L, 60L, 120L, 180L, 240L, 300L, 360L);
    end.cancel(true);
  }

  @Test
  void jitterSpreadsPollsDuringOutage() {
    TaskPoller poller = gateway("CONNECTION", 5, 10_000, "processing");
    WaitPolicy policy = EVERY_FIVE.withJitter(0.5);
    for (int i = 0; i < 60; i++) {
      CompletableFuture<TaskState> wait =
          poller.await(new TaskId("task_" + i), policy, TaskListener.none());
      assertThat(wait).isNotDone();
    }
    time.advance(Duration.ofMinutes(5));
    assertThat(pollTimes.stream().filter(at -> at > 270).distinct().count()).isGreaterThan(20);
  }

  @Test
  void outageOfTenMinutesEndsWaitExactlyThen() {
    CompletableFuture<TaskState> end =
        gateway("SERVER_ERROR 502 bad_gateway", 60, 10_000, "processing")
            .await(ID, EVERY_FIVE, TaskListener.none());
    time.advance(Duration.ofSeconds(659));
    assertThat(end).isNotDone();
    time.advance(Duration.ofSeconds(1));
    assertThat(errorOf(end))
        .returns(ErrorKind.SERVER_ERROR, VideoTasksException::kind)
        .returns(502, VideoTasksException::httpStatus)
        .returns(Duration.ofMinutes(11), VideoTasksException::elapsed);
    assertThat(time.pendingCalls()).isZero();
  }

  @Test
  void readableResponseResetsTolerance() {
    WaitPolicy oneMinute = EVERY_FIVE.withOutageTolerance(Duration.ofMinutes(1));
    TaskScript script =
        new TaskScript(
            time,
            "pending",
            "CONNECTION",
            "CONNECTION",
            "CONNECTION",
            "CONNECTION",
            "processing",
            "CONNECTION");
    CompletableFuture<TaskState> end =
        new TaskPoller(script, time).await(ID, oneMinute, TaskListener.none());
    time.advance(Duration.ofMinutes(5));
    assertThat(end).isCompletedExceptionally();
    assertThat(script.pollTimes())
        .containsExactly(0L, 5L, 10L, 15L, 25L, 45L, 50L, 55L, 60L, 70L, 90L, 110L);
  }

  @ParameterizedTest
  @ValueSource(strings = {"RATE_LIMITED 429", "TASK_NOT_FOUND 404", "ERROR_RESPONSE 200"})
  void responseOfGatewayWithoutTaskEndsOutage(String response) {
    WaitPolicy tenSeconds = EVERY_FIVE.withOutageTolerance(Duration.ofSeconds(10));
    TaskScript script =
        new TaskScript(
            time,
            "pending",
            "CONNECTION",
            "CONNECTION",
            response,
            "CONNECTION",
            "CONNECTION",
            "completed");
    CompletableFuture<TaskState> end =
        new TaskPoller(script, time).await(ID, tenSeconds, TaskListener.none());
    time.advance(Duration.ofMinutes(5));
    assertThat(end.join().stage()).isEqualTo(Stage.SUCCEEDED);
  }

  @Test
  void outageNeverExtendsDeadline() {
    CompletableFuture<TaskState> end =
        gateway("CONNECTION", 60, 10_000, "processing")
            .await(ID, EVERY_FIVE.withDeadline(Duration.ofMinutes(3)), TaskListener.none());
    time.advance(Duration.ofSeconds(179));
    assertThat(end).isNotDone();
    time.advance(Duration.ofSeconds(1));
    assertThat(errorOf(end))
        .isInstanceOf(WaitTimeoutException.class)
        .hasRootCauseMessage("scripted [attempts: 1]");
    assertThat(pollTimes).last().isEqualTo(179L);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"CONNECTION", "SERVER_ERROR 503", "UNREADABLE_RESPONSE 200", "CHALLENGE 403"})
  void mistypedHostFailsAfterHalfAMinute(String error) {
    CompletableFuture<TaskState> end =
        gateway(error, 0, 10_000, "processing").await(ID, EVERY_FIVE, TaskListener.none());
    time.advance(Duration.ofSeconds(29));
    assertThat(end).isNotDone();
    time.advance(Duration.ofSeconds(1));
    assertThat(errorOf(end).elapsed()).isEqualTo(Duration.ofSeconds(30));
    assertThat(pollTimes).containsExactly(0L, 5L, 10L, 20L, 30L);
  }

  @ParameterizedTest
  @CsvSource({"UNKNOWN_HOST", "UNTRUSTED_CERTIFICATE"})
  void permanentConnectionErrorBeforeFirstResponseEndsWaitAtOnce(ErrorKind kind) {
    CompletableFuture<TaskState> end =
        gateway(kind.name(), 0, 10_000, "processing").await(ID, EVERY_FIVE, TaskListener.none());
    assertThat(errorOf(end).kind()).isEqualTo(kind);
    assertThat(pollTimes).containsExactly(0L);
  }

  @ParameterizedTest
  @CsvSource({
    "UNAUTHORIZED, 401",
    "FORBIDDEN, 403",
    "ENDPOINT_NOT_FOUND, 404",
    "REJECTED, 400",
    "REDIRECTED, 302"
  })
  void permanentRefusalEndsWaitAtOnceAlsoDuringOutage(ErrorKind kind, int httpStatus) {
    TaskScript script =
        new TaskScript(time, "pending", "SERVER_ERROR 503", kind + " " + httpStatus);
    CompletableFuture<TaskState> end =
        new TaskPoller(script, time).await(ID, EVERY_FIVE, TaskListener.none());
    time.advance(Duration.ofMinutes(1));
    assertThat(errorOf(end).kind()).isEqualTo(kind);
    assertThat(script.pollTimes()).containsExactly(0L, 5L, 10L);
  }

  @Test
  void responseForOneTaskCountsForAllTasksOfClient() {
    TaskScript script =
        TaskScript.byId(time).task("task_1", "completed").task("task_2", "CONNECTION");
    TaskPoller poller = new TaskPoller(script, time);
    assertThat(poller.await(new TaskId("task_1"), EVERY_FIVE, TaskListener.none())).isCompleted();
    CompletableFuture<TaskState> second =
        poller.await(new TaskId("task_2"), EVERY_FIVE, TaskListener.none());
    time.advance(Duration.ofSeconds(599));
    assertThat(second).isNotDone();
    time.advance(Duration.ofSeconds(1));
    assertThat(second).isCompletedExceptionally();
  }

  @Test
  void shorterToleranceAppliesAlsoBeforeFirstResponse() {
    WaitPolicy none = EVERY_FIVE.withOutageTolerance(Duration.ZERO);
    CompletableFuture<TaskState> end =
        gateway("CONNECTION", 0, 10_000, "processing").await(ID, none, TaskListener.none());
    assertThat(end).isCompletedExceptionally();
    assertThat(pollTimes).containsExactly(0L);
  }

  @Test
  void retryAfterIsHonoredDuringOutage() {
    TaskScript script =
        new TaskScript(time, "pending", "SERVER_ERROR 503 PT50S", "SERVER_ERROR 503", "completed");
    CompletableFuture<TaskState> end =
        new TaskPoller(script, time).await(ID, EVERY_FIVE, TaskListener.none());
    time.advance(Duration.ofMinutes(5));
    assertThat(end).isCompleted();
    assertThat(script.pollTimes()).containsExactly(0L, 5L, 55L, 60L);
  }

  /** The time without any process is not an outage of the gateway. */
  @ParameterizedTest
  @ValueSource(strings = {"CONNECTION", "UNKNOWN_HOST"})
  void resumedWaitToleratesTenMinutesFromItsFirstPoll(String error) {
    WaitPolicy policy = EVERY_FIVE.withDeadline(Duration.ofHours(3));
    TaskWatch first =
        gateway("CONNECTION", 20, 10_000, "processing").watch(ID, policy, TaskListener.none());
    time.advance(Duration.ofMinutes(9));
    WaitSnapshot stored = WaitSnapshot.parse(first.snapshot().toJson());
    first.result().cancel(true);
    time.advance(Duration.ofHours(1));
    TaskWatch resumed =
        gateway(error, 0, 100_000, "processing").resume(stored, policy, TaskListener.none());
    time.advance(Duration.ofSeconds(599));
    assertThat(resumed.result()).isNotDone();
    time.advance(Duration.ofSeconds(1));
    assertThat(resumed.result()).isCompletedExceptionally();
  }

  @Test
  void resumedWaitWithoutPollsFailsFast() {
    WaitSnapshot stored = PollSteps.of(EVERY_FIVE).begin("https://host/", "", ID, time.now());
    TaskWatch resumed =
        gateway("CONNECTION", 0, 100_000, "processing")
            .resume(stored, EVERY_FIVE, TaskListener.none());
    time.advance(Duration.ofSeconds(30));
    assertThat(resumed.result()).isCompletedExceptionally();
  }

  @ParameterizedTest
  @CsvSource({"pending, 600", "TASK_NOT_FOUND, 600", "CONNECTION, 30"})
  void stepsFollowTheSameRules(String firstStep, int tolerated) {
    PollSteps steps = PollSteps.of(EVERY_FIVE);
    WaitSnapshot begin = steps.begin("https://host/", "", ID, time.now());
    PollDecision decision = step(steps, begin, firstStep);
    long outageSince = firstStep.equals("CONNECTION") ? 0 : 5;
    while (decision instanceof PollDecision.PollAgain again) {
      time.advance(again.pause());
      decision = step(steps, WaitSnapshot.parse(again.snapshot().toJson()), "CONNECTION");
    }
    assertThat(decision.snapshot().elapsed())
        .isEqualTo(Duration.ofSeconds(outageSince + tolerated));
  }

  private PollDecision step(PollSteps steps, WaitSnapshot before, String step) {
    return new TaskScript(time, step)
        .fetch(ID, Duration.ofSeconds(1))
        .handle(
            (state, error) ->
                state == null
                    ? steps.afterError(before, (VideoTasksException) error, time.now())
                    : steps.afterResponse(before, state, time.now()))
        .join();
  }

  @Test
  void rejectsNegativeTolerance() {
    assertThatThrownBy(() -> EVERY_FIVE.withOutageTolerance(Duration.ofSeconds(-1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected outageTolerance >= 0, found PT-1S");
  }
}
