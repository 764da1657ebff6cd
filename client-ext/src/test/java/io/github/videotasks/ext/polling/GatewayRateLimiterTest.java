package io.github.videotasks.ext.polling;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.client.runtime.JsonValue;
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
class GatewayRateLimiterTest {

  private static final TaskState STATE =
      TaskState.of(new TaskId("a"), JsonValue.parse("{\"status\":\"pending\"}"));

  private final VirtualTime time = new VirtualTime();
  private final List<Long> startTimes = new ArrayList<>();
  private final List<CompletableFuture<TaskState>> responses = new ArrayList<>();

  private GatewayRateLimiter rateLimiter(int inFlight, Duration gap) {
    return new GatewayRateLimiter(time, new RateLimits(inFlight, gap, Duration.ofMinutes(2)));
  }

  private CompletableFuture<TaskState> submitHanging(GatewayRateLimiter lane) {
    return lane.submit(
        () -> {
          startTimes.add(Duration.ofNanos(time.nanoTime()).toMillis());
          responses.add(new CompletableFuture<>());
          return responses.get(responses.size() - 1);
        });
  }

  private void submitAnswered(GatewayRateLimiter lane) {
    lane.submit(
        () -> {
          startTimes.add(Duration.ofNanos(time.nanoTime()).toMillis());
          return CompletableFuture.completedFuture(STATE);
        });
  }

  private void submitRateLimited(GatewayRateLimiter lane, @Nullable Duration retryAfter) {
    lane.submit(() -> CompletableFuture.failedFuture(rateLimited(retryAfter)));
  }

  private static VideoTasksException rateLimited(@Nullable Duration retryAfter) {
    return VideoTasksException.of(
        "scripted",
        new ErrorDetails(ErrorKind.RATE_LIMITED, 429, null, null, 1, Duration.ZERO, retryAfter),
        null);
  }

  @Test
  void limitsConcurrencyAndKeepsFifoOrder() {
    GatewayRateLimiter lane = rateLimiter(2, Duration.ZERO);
    for (int i = 0; i < 5; i++) {
      submitHanging(lane);
    }
    assertThat(responses).hasSize(2);
    responses.get(0).complete(STATE);
    assertThat(responses).hasSize(3);
    assertThat(lane.pendingPolls()).isEqualTo(4);
  }

  @Test
  void keepsMinIntervalBetweenPolls() {
    GatewayRateLimiter lane = rateLimiter(10, Duration.ofMillis(100));
    for (int i = 0; i < 4; i++) {
      submitAnswered(lane);
    }
    time.advance(Duration.ofSeconds(10));
    assertThat(startTimes).containsExactly(0L, 100L, 200L, 300L);
    assertThat(time.pendingCalls()).isZero();
  }

  @Test
  void doesNotRecurseForCompletedPolls() {
    GatewayRateLimiter lane = rateLimiter(1, Duration.ZERO);
    submitHanging(lane);
    for (int i = 0; i < 100_000; i++) {
      submitAnswered(lane);
    }
    responses.get(0).complete(STATE);
    assertThat(startTimes).hasSize(100_001);
    assertThat(lane.pendingPolls()).isZero();
  }

  @Test
  void pausesAllPollsForRetryAfter() {
    GatewayRateLimiter lane = rateLimiter(10, Duration.ZERO);
    submitRateLimited(lane, Duration.ofSeconds(20));
    for (int i = 0; i < 3; i++) {
      submitAnswered(lane);
    }
    time.advance(Duration.ofMinutes(1));
    assertThat(startTimes).containsExactly(20_000L, 20_050L, 20_095L);
  }

  @Test
  void capsRetryAfter() {
    GatewayRateLimiter lane = rateLimiter(10, Duration.ZERO);
    submitRateLimited(lane, Duration.ofDays(1));
    submitAnswered(lane);
    time.advance(Duration.ofMinutes(3));
    assertThat(startTimes).containsExactly(120_000L);
  }

  @Test
  void backsOffOncePerBurst() {
    GatewayRateLimiter lane = rateLimiter(10, Duration.ZERO);
    for (int i = 0; i < 10; i++) {
      submitHanging(lane);
    }
    time.advance(Duration.ofSeconds(1));
    responses.forEach(answer -> answer.completeExceptionally(rateLimited(null)));
    startTimes.clear();
    submitAnswered(lane);
    time.advance(Duration.ofMinutes(1));
    assertThat(startTimes).containsExactly(2_000L);
  }

  @Test
  void recoversAfterSuccesses() {
    GatewayRateLimiter lane = rateLimiter(10, Duration.ZERO);
    submitRateLimited(lane, null);
    for (int i = 0; i < 30; i++) {
      submitAnswered(lane);
    }
    time.advance(Duration.ofMinutes(1));
    assertThat(startTimes.get(29) - startTimes.get(28)).isZero();
    assertThat(startTimes.get(29)).isLessThan(1_500);
  }

  @Test
  void cancelRemovesOrAbortsPoll() {
    GatewayRateLimiter lane = rateLimiter(1, Duration.ZERO);
    CompletableFuture<TaskState> first = submitHanging(lane);
    CompletableFuture<TaskState> second = submitHanging(lane);
    second.cancel(true);
    first.cancel(true);
    assertThat(responses).singleElement().matches(CompletableFuture::isCancelled);
    assertThat(lane.pendingPolls()).isZero();
  }

  @Test
  void cancelsWakeUpWhenQueueIsEmpty() {
    GatewayRateLimiter lane = rateLimiter(1, Duration.ZERO);
    submitRateLimited(lane, Duration.ofSeconds(30));
    CompletableFuture<TaskState> queued = submitHanging(lane);
    assertThat(time.pendingCalls()).isEqualTo(1);
    queued.cancel(true);
    assertThat(time.pendingCalls()).isZero();
  }
}
