package io.github.videotasks.ext.polling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.videotasks.ext.error.TaskNotFoundException;
import io.github.videotasks.ext.error.VideoTasksException;
import io.github.videotasks.ext.payload.Stage;
import io.github.videotasks.ext.payload.TaskId;
import io.github.videotasks.ext.payload.TaskState;
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
 * Gateways that misbehave: the wait ends or goes on as the policy says, and nothing stays behind.
 */
@SuppressWarnings("FutureReturnValueIgnored") // what was asked and when is looked at
class WaitProbesTest {

  private static final TaskId ID = new TaskId("sora-2:task_1");
  private static final WaitPolicy EVERY_TEN =
      WaitPolicy.defaults().withSchedule(PollSchedule.fixed(Duration.ofSeconds(10))).withSpread(0);

  private final VirtualTime time = new VirtualTime();
  private final List<String> heard = new ArrayList<>();
  private TaskScript script = new TaskScript(time, "pending");
  private Waiter waiter = new Waiter(script, time);

  private CompletableFuture<TaskState> await(String... answers) {
    script = new TaskScript(time, answers);
    waiter = new Waiter(script, time);
    return waiter.await(ID, EVERY_TEN, new Hearing());
  }

  private final class Hearing implements TaskListener {
    @Override
    public void changed(TaskState state) {
      heard.add(state.stage() + " " + state.progress());
    }

    @Override
    public void wentBack(TaskState before, TaskState now) {
      heard.add("back from " + before.progress());
    }

    @Override
    public void stalled(TaskState state, Duration unchanged) {
      heard.add("stalled for " + unchanged.toMinutes() + " min");
    }
  }

  @AfterEach
  void nothingStaysBehind() {
    time.pass(Duration.ofHours(1));
    assertThat(time.pending()).as("alarms").isZero();
    assertThat(waiter.openWaits()).as("waits").isZero();
    assertThat(waiter.openQuestions()).as("questions").isZero();
  }

  @Test
  void notFoundEndsTheWaitTheThirdTimeInARow() {
    CompletableFuture<TaskState> end = await("TASK_NOT_FOUND");
    time.pass(Duration.ofSeconds(19));
    assertThat(end).isNotDone();
    time.pass(Duration.ofSeconds(1));
    assertThatThrownBy(end::join).hasCauseInstanceOf(TaskNotFoundException.class);
    assertThat(script.askedAt()).containsExactly(0L, 10L, 20L);
  }

  @Test
  void aGatewayThatIsDownEndsTheWaitWhenTheErrorBudgetIsSpent() {
    CompletableFuture<TaskState> end = await("SERVER_ERROR");
    time.pass(Duration.ofMinutes(5));
    assertThat(script.askedAt()).hasSize(11);
    assertThatThrownBy(end::join).hasCauseInstanceOf(VideoTasksException.class);
  }

  @Test
  void aWordThatNobodyKnowsIsWaitedForUntilTheDeadline() {
    CompletableFuture<TaskState> end = await("marinating");
    time.pass(Duration.ofMinutes(30));
    assertThatThrownBy(end::join)
        .cause()
        .isInstanceOfSatisfying(
            WaitTimeoutException.class,
            timeout -> {
              assertThat(timeout.last()).extracting(TaskState::status).isEqualTo("marinating");
              assertThat(timeout.timeline())
                  .hasToString("181 polls, 1 stalled; UNKNOWN (marinating) after 0 s");
            });
  }

  @Test
  void aStormOfTooManyRequestsCostsNoneOfTheErrorBudget() {
    String[] answers = new String[40];
    Arrays.fill(answers, "RATE_LIMITED");
    answers[39] = "completed";
    CompletableFuture<TaskState> end = await(answers);
    time.pass(Duration.ofMinutes(29));
    assertThat(end.join().stage()).isEqualTo(Stage.SUCCEEDED);
  }

  @Test
  void aGatewayThatRefusesOneSlowsDownAll() {
    script = new TaskScript(time, "RATE_LIMITED PT60S", "pending");
    waiter = new Waiter(script, time);
    for (int i = 0; i < 100; i++) {
      waiter.await(new TaskId("task_" + i), EVERY_TEN, TaskListener.none());
    }
    time.pass(Duration.ofSeconds(59));
    assertThat(script.askedAt()).containsExactly(0L);
    time.pass(Duration.ofSeconds(10));
    assertThat(script.askedAt()).hasSizeGreaterThan(100);
  }

  @Test
  void aDayOfPatienceIsTwoMinutes() {
    CompletableFuture<TaskState> end = await("RATE_LIMITED PT24H", "completed");
    time.pass(Duration.ofSeconds(119));
    assertThat(end).isNotDone();
    time.pass(Duration.ofSeconds(1));
    assertThat(end).isCompleted();
  }

  @Test
  void aGatewayThatAsksForMoreThanTheDeadlineDoesNotMoveIt() {
    script = new TaskScript(time, "RATE_LIMITED PT100S");
    waiter = new Waiter(script, time);
    CompletableFuture<TaskState> end =
        waiter.await(ID, EVERY_TEN.withDeadline(Duration.ofSeconds(30)), TaskListener.none());
    time.pass(Duration.ofSeconds(30));
    assertThat(end).isCompletedExceptionally();
    assertThat(script.askedAt()).containsExactly(0L);
  }

  @Test
  void finishedWithoutAnAddressIsAskedForAgainAndThenTheAnswer() {
    CompletableFuture<TaskState> end = await("processing", "succeeded");
    time.pass(Duration.ofSeconds(16));
    assertThat(end).isNotDone();
    time.pass(Duration.ofSeconds(1));
    assertThat(end.join().stage()).isEqualTo(Stage.SUCCEEDED);
    assertThat(end.join().result()).isNull();
    assertThat(script.askedAt()).containsExactly(0L, 10L, 11L, 13L, 17L);
  }

  @Test
  void anAnswerInOpenAisOwnFormNeverHasAnAddressAndIsNotAskedForAgain() {
    CompletableFuture<TaskState> end = await("{\"object\":\"video\",\"status\":\"completed\"}");
    assertThat(end.join().stage()).isEqualTo(Stage.SUCCEEDED);
    assertThat(script.askedAt()).containsExactly(0L);
  }

  @Test
  void anAddressThatComesLaterIsTaken() {
    CompletableFuture<TaskState> end = await("succeeded", "CONNECTION", "completed");
    time.pass(Duration.ofSeconds(3));
    assertThat(end.join().result()).isNotNull();
  }

  @Test
  void theDeadlineGivesATaskThatFinishedWithoutAnAddress() {
    script = new TaskScript(time, "succeeded");
    waiter = new Waiter(script, time);
    CompletableFuture<TaskState> end =
        waiter.await(ID, EVERY_TEN.withDeadline(Duration.ofSeconds(2)), TaskListener.none());
    time.pass(Duration.ofSeconds(2));
    assertThat(end.join().stage()).isEqualTo(Stage.SUCCEEDED);
  }

  @Test
  void aProgressThatGoesBackIsReportedAndWaitedFor() {
    CompletableFuture<TaskState> end =
        await("processing 50", "processing 20", "pending 20", "completed 100");
    time.pass(Duration.ofSeconds(30));
    assertThat(heard)
        .containsExactly(
            "RUNNING 50",
            "RUNNING 20",
            "back from 50",
            "QUEUED 20",
            "back from 20",
            "SUCCEEDED 100");
    assertThat(end).isCompleted();
  }

  @Test
  void aTaskThatIsStuckIsReportedOnceForEachStall() {
    await("processing 93");
    time.pass(Duration.ofMinutes(29));
    assertThat(heard).containsExactly("RUNNING 93", "stalled for 10 min");
  }

  @Test
  void theSameTaskTwiceIsAskedForOnce() {
    CompletableFuture<TaskState> first = await("pending", "processing", "completed");
    time.pass(Duration.ofSeconds(5));
    CompletableFuture<TaskState> second = waiter.await(ID, EVERY_TEN, new Hearing());
    time.pass(Duration.ofSeconds(15));
    assertThat(script.askedAt()).containsExactly(0L, 10L, 20L);
    assertThat(second.join()).isSameAs(first.join());
    assertThat(heard)
        .containsExactly(
            "QUEUED null",
            "QUEUED null",
            "RUNNING null",
            "RUNNING null",
            "SUCCEEDED null",
            "SUCCEEDED null");
  }

  @Test
  void whoComesInTheMomentOfTheEndAsksAnew() {
    CompletableFuture<TaskState> first = await("pending", "completed");
    CompletableFuture<TaskState> second =
        first.thenCompose(end -> waiter.await(ID, EVERY_TEN, TaskListener.none()));
    time.pass(Duration.ofSeconds(10));
    assertThat(second).isCompleted();
    assertThat(script.askedAt()).containsExactly(0L, 10L, 10L);
  }

  @Test
  void oneWhoGivesUpLeavesTheOthersWaiting() {
    CompletableFuture<TaskState> first = await("pending", "hang", "completed");
    CompletableFuture<TaskState> second = waiter.await(ID, EVERY_TEN, TaskListener.none());
    time.pass(Duration.ofSeconds(10));
    first.cancel(true);
    assertThat(script.asked().get(1)).isNotDone();
    second.cancel(true);
    assertThat(script.asked().get(1)).isCancelled();
  }

  @Test
  void aListenerThatThrowsEndsItsOwnPartOnly() {
    CompletableFuture<TaskState> first = await("pending", "completed");
    CompletableFuture<TaskState> second =
        waiter.await(
            ID,
            EVERY_TEN,
            state -> {
              throw new UnsupportedOperationException("mine");
            });
    assertThatThrownBy(second::join).hasCauseInstanceOf(UnsupportedOperationException.class);
    time.pass(Duration.ofSeconds(10));
    assertThat(first).isCompleted();
  }

  @Test
  void aThousandWaitsThatAreCancelledLeaveNothing() {
    script = new TaskScript(time, "hang");
    waiter = new Waiter(script, time);
    List<CompletableFuture<TaskState>> ends = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      ends.add(waiter.await(new TaskId("task_" + i), EVERY_TEN, TaskListener.none()));
    }
    assertThat(waiter.openQuestions()).isEqualTo(1_000);
    waiter.stop();
    ends.forEach(end -> end.cancel(true));
    assertThat(script.asked()).hasSize(64).allMatch(CompletableFuture::isCancelled);
    assertThat(waiter.openWaits()).isZero();
    assertThat(waiter.openQuestions()).isZero();
    assertThat(time.pending()).isZero();
  }

  @Test
  void tasksThatBeginTogetherAreNotAskedForTogetherForEver() {
    script = new TaskScript(time, "pending");
    waiter = new Waiter(script, time);
    for (int i = 0; i < 60; i++) {
      waiter.await(new TaskId("task_" + i), EVERY_TEN.withSpread(0.1), TaskListener.none());
    }
    time.pass(Duration.ofMinutes(10));
    long[] last =
        script.askedAt().stream().mapToLong(Long::longValue).filter(at -> at > 585).toArray();
    assertThat(Arrays.stream(last).distinct().count()).isGreaterThan(10);
  }
}
