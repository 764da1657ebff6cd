package io.github.videotasks.ext.polling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.videotasks.ext.error.ApiKeyRejectedException;
import io.github.videotasks.ext.error.ConnectionException;
import io.github.videotasks.ext.error.ErrorDetails;
import io.github.videotasks.ext.error.ErrorKind;
import io.github.videotasks.ext.error.TaskNotFoundException;
import io.github.videotasks.ext.error.VideoTasksException;
import io.github.videotasks.ext.payload.Stage;
import io.github.videotasks.ext.payload.TaskId;
import io.github.videotasks.ext.payload.TaskState;
import io.github.videotasks.ext.schedule.PollSchedule;
import io.github.videotasks.ext.testing.TaskScript;
import io.github.videotasks.ext.testing.VirtualTime;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The error that ends a wait reports the whole wait, not only its last request. */
class WaitErrorTest {

  private static final TaskId ID = new TaskId("sora-2:task_1");
  private static final WaitPolicy EVERY_TEN =
      WaitPolicy.defaults()
          .withSchedule(PollSchedule.fixed(Duration.ofSeconds(10)))
          .withJitter(0)
          .withOutageTolerance(Duration.ofSeconds(20));

  private final VirtualTime time = new VirtualTime();

  private CompletableFuture<TaskState> await(String... steps) {
    return new TaskPoller(new TaskScript(time, steps), time)
        .await(ID, EVERY_TEN, TaskListener.none());
  }

  private static VideoTasksException errorOf(CompletableFuture<TaskState> wait) {
    Throwable thrown = catchThrowable(wait::join);
    return (VideoTasksException) Objects.requireNonNull(thrown.getCause());
  }

  @Test
  void reportsPollsTimeLastStateAndTimeline() {
    CompletableFuture<TaskState> end =
        await("pending", "processing 40", "SERVER_ERROR 503 bad_gateway: the gateway is failing");
    time.advance(Duration.ofMinutes(1));
    VideoTasksException error = errorOf(end);
    assertThat(error)
        .hasMessage(
            "the gateway is failing; the wait has ended after 5 polls, 3 failed; QUEUED (pending)"
                + " after 0 s, RUNNING (processing) after 10 s [HTTP 503; code bad_gateway;"
                + " attempts: 5; elapsed: 40000 ms]")
        .returns(5, VideoTasksException::attempts)
        .returns(Duration.ofSeconds(40), VideoTasksException::elapsed)
        .returns(503, VideoTasksException::httpStatus)
        .returns("bad_gateway", VideoTasksException::code)
        .returns(
            "5 polls, 3 failed; QUEUED (pending) after 0 s, RUNNING (processing) after 10 s",
            VideoTasksException::waitTimeline);
    assertThat(Objects.requireNonNull(error.lastState()))
        .returns(Stage.RUNNING, TaskState::stage)
        .returns(40, TaskState::progress);
  }

  @Test
  void causeIsErrorOfLastPoll() {
    CompletableFuture<TaskState> end = await("pending", "SERVER_ERROR 500: first", "CONNECTION");
    time.advance(Duration.ofMinutes(1));
    assertThat(errorOf(end))
        .isInstanceOf(ConnectionException.class)
        .cause()
        .isInstanceOf(ConnectionException.class)
        .hasMessage("scripted [attempts: 1]");
  }

  @ParameterizedTest
  @CsvSource({
    "UNAUTHORIZED 401, io.github.videotasks.ext.error.ApiKeyRejectedException, 2, 10",
    "TASK_NOT_FOUND 404, io.github.videotasks.ext.error.TaskNotFoundException, 4, 30",
    "REJECTED 400, io.github.videotasks.ext.error.VideoTasksException, 2, 10",
    "CONNECTION, io.github.videotasks.ext.error.ConnectionException, 4, 30",
  })
  void keepsClassOfError(String step, Class<?> type, int polls, int seconds) {
    CompletableFuture<TaskState> end = await("pending", step);
    time.advance(Duration.ofMinutes(5));
    assertThat(errorOf(end))
        .isExactlyInstanceOf(type)
        .returns(polls, VideoTasksException::attempts)
        .returns(Duration.ofSeconds(seconds), VideoTasksException::elapsed);
  }

  @Test
  void lastStateIsNullWithoutResponse() {
    assertThat(errorOf(await("UNAUTHORIZED 401")))
        .isInstanceOf(ApiKeyRejectedException.class)
        .hasMessage("scripted; the wait has ended after 1 poll, 1 failed [HTTP 401; attempts: 1]")
        .returns(null, VideoTasksException::lastState);
  }

  @Test
  void timeoutReportsTheSame() {
    CompletableFuture<TaskState> end =
        new TaskPoller(new TaskScript(time, "processing 7"), time)
            .await(ID, EVERY_TEN.withDeadline(Duration.ofSeconds(25)), TaskListener.none());
    time.advance(Duration.ofSeconds(25));
    VideoTasksException error = errorOf(end);
    assertThat(error)
        .isInstanceOf(WaitTimeoutException.class)
        .returns(4, VideoTasksException::attempts)
        .returns("4 polls; RUNNING (processing) after 0 s", VideoTasksException::waitTimeline);
    assertThat(error.lastState()).isNotNull();
  }

  @Test
  void eachCallerOfSharedLoopGetsItsOwnTime() {
    TaskPoller poller = new TaskPoller(new TaskScript(time, "pending", "REJECTED 400"), time);
    CompletableFuture<TaskState> first = poller.await(ID, EVERY_TEN, TaskListener.none());
    time.advance(Duration.ofSeconds(4));
    CompletableFuture<TaskState> second = poller.await(ID, EVERY_TEN, TaskListener.none());
    time.advance(Duration.ofSeconds(6));
    assertThat(errorOf(first).elapsed()).isEqualTo(Duration.ofSeconds(10));
    assertThat(errorOf(second).elapsed()).isEqualTo(Duration.ofSeconds(6));
  }

  @Test
  void errorFromOutsideReportsWaitToo() {
    CompletableFuture<TaskState> end = await("pending");
    time.advance(Duration.ofSeconds(15));
    end.completeExceptionally(
        VideoTasksException.of("closed", ErrorDetails.of(ErrorKind.CLOSED), null));
    assertThat(errorOf(end))
        .returns(ErrorKind.CLOSED, VideoTasksException::kind)
        .returns(2, VideoTasksException::attempts)
        .returns("2 polls; QUEUED (pending) after 0 s", VideoTasksException::waitTimeline);
  }

  @Test
  void resumedWaitReportsPollsOfBothProcesses() {
    TaskPoller poller = new TaskPoller(new TaskScript(time, "pending"), time);
    TaskWatch first = poller.watch(ID, EVERY_TEN, TaskListener.none());
    time.advance(Duration.ofSeconds(25));
    WaitSnapshot stored = WaitSnapshot.parse(first.snapshot().toJson());
    TaskWatch resumed =
        new TaskPoller(new TaskScript(time, "REJECTED 400"), time)
            .resume(stored, EVERY_TEN, TaskListener.none());
    assertThat(errorOf(resumed.result()))
        .returns(4, VideoTasksException::attempts)
        .returns(Duration.ofSeconds(25), VideoTasksException::elapsed)
        .returns(
            "4 polls, 1 failed; QUEUED (pending) after 0 s", VideoTasksException::waitTimeline);
  }

  @Test
  void stepsReportWaitToo() {
    PollSteps steps = PollSteps.of(EVERY_TEN);
    WaitSnapshot before = steps.begin("https://host/", "", ID, time.now());
    VideoTasksException rejected =
        VideoTasksException.of("rejected", ErrorDetails.of(ErrorKind.FORBIDDEN), null);
    PollDecision decision = steps.afterError(before, rejected, time.now().plusSeconds(3));
    assertThat(((PollDecision.GiveUp) decision).error())
        .isInstanceOf(ApiKeyRejectedException.class)
        .hasCause(rejected)
        .hasMessage(
            "rejected; the wait has ended after 1 poll, 1 failed [attempts: 1; elapsed: 3000 ms]");
  }

  @Test
  void keepsBodyExcerptRequestIdAndRetryAfter() {
    VideoTasksException rejected =
        VideoTasksException.of(
            "rejected",
            new ErrorDetails(
                ErrorKind.REJECTED, 400, "c", "r", 2, Duration.ofMillis(5), null, "{\"a\":1}"),
            null);
    TaskSource source = (id, limit) -> CompletableFuture.failedFuture(rejected);
    VideoTasksException error =
        errorOf(new TaskPoller(source, time).await(ID, EVERY_TEN, TaskListener.none()));
    assertThat(error.bodyExcerpt()).isEqualTo("{\"a\":1}");
    assertThat(error.requestId()).isEqualTo("r");
    assertThat(rejected.attempts()).isEqualTo(2);
  }

  @Test
  void errorOutsideOfWaitHasNoTimeline() {
    VideoTasksException error =
        VideoTasksException.of("x", ErrorDetails.of(ErrorKind.CONNECTION), null);
    assertThat(error.waitTimeline()).isNull();
    assertThat(error.lastState()).isNull();
    assertThat(error.bodyExcerpt()).isNull();
  }

  @Test
  void serializedErrorKeepsTimelineWithoutState() throws Exception {
    CompletableFuture<TaskState> end = await("pending", "TASK_NOT_FOUND 404");
    time.advance(Duration.ofMinutes(1));
    VideoTasksException read = copy(errorOf(end));
    assertThat(read)
        .isInstanceOf(TaskNotFoundException.class)
        .returns("4 polls, 3 not found; QUEUED (pending) after 0 s", it -> it.waitTimeline())
        .returns(4, VideoTasksException::attempts)
        .returns(null, VideoTasksException::lastState);
  }

  private static VideoTasksException copy(VideoTasksException error)
      throws IOException, ClassNotFoundException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(error);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return (VideoTasksException) in.readObject();
    }
  }
}
