package io.github.videotasks.ext.polling;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.client.JsonValue;
import io.github.videotasks.ext.error.ErrorDetails;
import io.github.videotasks.ext.error.ErrorKind;
import io.github.videotasks.ext.error.VideoTasksException;
import io.github.videotasks.ext.payload.TaskId;
import io.github.videotasks.ext.payload.TaskState;
import io.github.videotasks.ext.testing.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The way to a gateway that all waits share, in virtual time. */
@SuppressWarnings("FutureReturnValueIgnored") // what was asked and when is looked at
class LaneTest {

  private static final TaskState STATE =
      TaskState.of(new TaskId("a"), JsonValue.parse("{\"status\":\"pending\"}"));

  private final VirtualTime time = new VirtualTime();
  private final List<Long> begun = new ArrayList<>();
  private final List<CompletableFuture<TaskState>> answers = new ArrayList<>();

  private Lane lane(int inFlight, Duration gap) {
    return new Lane(time, new LaneLimits(inFlight, gap, Duration.ofMinutes(2)));
  }

  private CompletableFuture<TaskState> hang(Lane lane) {
    return lane.ask(
        () -> {
          begun.add(Duration.ofNanos(time.nanoTime()).toMillis());
          answers.add(new CompletableFuture<>());
          return answers.get(answers.size() - 1);
        });
  }

  private void answer(Lane lane) {
    lane.ask(
        () -> {
          begun.add(Duration.ofNanos(time.nanoTime()).toMillis());
          return CompletableFuture.completedFuture(STATE);
        });
  }

  private void refuse(Lane lane, @Nullable Duration retryAfter) {
    lane.ask(() -> CompletableFuture.failedFuture(tooMany(retryAfter)));
  }

  private static VideoTasksException tooMany(@Nullable Duration retryAfter) {
    return VideoTasksException.of(
        "scripted",
        new ErrorDetails(ErrorKind.RATE_LIMITED, 429, null, null, 1, Duration.ZERO, retryAfter),
        null);
  }

  @Test
  void asksSoManyAtATimeInTheOrderOfTheirComing() {
    Lane lane = lane(2, Duration.ZERO);
    for (int i = 0; i < 5; i++) {
      hang(lane);
    }
    assertThat(answers).hasSize(2);
    answers.get(0).complete(STATE);
    assertThat(answers).hasSize(3);
    assertThat(lane.open()).isEqualTo(4);
  }

  @Test
  void keepsTheGapBetweenTwoQuestions() {
    Lane lane = lane(10, Duration.ofMillis(100));
    for (int i = 0; i < 4; i++) {
      answer(lane);
    }
    time.pass(Duration.ofSeconds(10));
    assertThat(begun).containsExactly(0L, 100L, 200L, 300L);
    assertThat(time.pending()).isZero();
  }

  @Test
  void answersThatAreThereAtOnceNeedNoStack() {
    Lane lane = lane(1, Duration.ZERO);
    hang(lane);
    for (int i = 0; i < 100_000; i++) {
      answer(lane);
    }
    answers.get(0).complete(STATE);
    assertThat(begun).hasSize(100_001);
    assertThat(lane.open()).isZero();
  }

  @Test
  void tooManyRequestsStopAllForTheTimeThatTheGatewayAsksFor() {
    Lane lane = lane(10, Duration.ZERO);
    refuse(lane, Duration.ofSeconds(20));
    for (int i = 0; i < 3; i++) {
      answer(lane);
    }
    time.pass(Duration.ofMinutes(1));
    assertThat(begun).containsExactly(20_000L, 20_050L, 20_095L);
  }

  @Test
  void aGatewayThatAsksForADayIsBelievedForTwoMinutes() {
    Lane lane = lane(10, Duration.ZERO);
    refuse(lane, Duration.ofDays(1));
    answer(lane);
    time.pass(Duration.ofMinutes(3));
    assertThat(begun).containsExactly(120_000L);
  }

  @Test
  void thoseThatWereUnderWayTogetherSlowDownOnce() {
    Lane lane = lane(10, Duration.ZERO);
    for (int i = 0; i < 10; i++) {
      hang(lane);
    }
    time.pass(Duration.ofSeconds(1));
    answers.forEach(answer -> answer.completeExceptionally(tooMany(null)));
    begun.clear();
    answer(lane);
    time.pass(Duration.ofMinutes(1));
    assertThat(begun).containsExactly(2_000L);
  }

  @Test
  void isAsFastAsBeforeAfterSomeAnswers() {
    Lane lane = lane(10, Duration.ZERO);
    refuse(lane, null);
    for (int i = 0; i < 30; i++) {
      answer(lane);
    }
    time.pass(Duration.ofMinutes(1));
    assertThat(begun.get(29) - begun.get(28)).isZero();
    assertThat(begun.get(29)).isLessThan(1_500);
  }

  @Test
  void cancellingTakesAQuestionBackOrAbortsIt() {
    Lane lane = lane(1, Duration.ZERO);
    CompletableFuture<TaskState> first = hang(lane);
    CompletableFuture<TaskState> second = hang(lane);
    second.cancel(true);
    first.cancel(true);
    assertThat(answers).singleElement().matches(CompletableFuture::isCancelled);
    assertThat(lane.open()).isZero();
  }

  @Test
  void nothingStaysBehindWhenTheQueueIsEmptied() {
    Lane lane = lane(1, Duration.ZERO);
    refuse(lane, Duration.ofSeconds(30));
    CompletableFuture<TaskState> queued = hang(lane);
    assertThat(time.pending()).isEqualTo(1);
    queued.cancel(true);
    assertThat(time.pending()).isZero();
  }
}
