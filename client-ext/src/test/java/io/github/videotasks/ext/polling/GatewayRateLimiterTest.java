package io.github.videotasks.ext.polling;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.client.runtime.JsonValue;
import io.github.videotasks.ext.error.ErrorDetails;
import io.github.videotasks.ext.error.ErrorKind;
import io.github.videotasks.ext.error.VideoTasksException;
import io.github.videotasks.ext.payload.TaskId;
import io.github.videotasks.ext.payload.TaskState;
import io.github.videotasks.ext.testing.VirtualTime;
import io.github.videotasks.ext.time.Scheduler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The rate limiter that all poll loops share, in virtual time. */
@SuppressWarnings("FutureReturnValueIgnored") // the tests check the polls and their times
class GatewayRateLimiterTest {

  private static final TaskState STATE =
      TaskState.of(new TaskId("a"), JsonValue.parse("{\"status\":\"pending\"}"));

  private final VirtualTime time = new VirtualTime();
  private final List<Long> startTimes = new ArrayList<>();
  private final List<CompletableFuture<TaskState>> responses = new ArrayList<>();

  private GatewayRateLimiter rateLimiter(int inFlight, Duration interval) {
    return new GatewayRateLimiter(time, new RateLimits(inFlight, interval, Duration.ofMinutes(2)));
  }

  private CompletableFuture<TaskState> submitHanging(GatewayRateLimiter limiter) {
    return limiter.submit(
        () -> {
          startTimes.add(Duration.ofNanos(time.nanoTime()).toMillis());
          responses.add(new CompletableFuture<>());
          return responses.get(responses.size() - 1);
        });
  }

  private void submitCompleted(GatewayRateLimiter limiter) {
    limiter.submit(
        () -> {
          startTimes.add(Duration.ofNanos(time.nanoTime()).toMillis());
          return CompletableFuture.completedFuture(STATE);
        });
  }

  private void submitRateLimited(GatewayRateLimiter limiter, @Nullable Duration retryAfter) {
    limiter.submit(() -> CompletableFuture.failedFuture(rateLimited(retryAfter)));
  }

  private static VideoTasksException rateLimited(@Nullable Duration retryAfter) {
    return VideoTasksException.of(
        "scripted",
        new ErrorDetails(ErrorKind.RATE_LIMITED, 429, null, null, 1, Duration.ZERO, retryAfter),
        null);
  }

  @Test
  void limitsConcurrencyAndKeepsFifoOrder() {
    GatewayRateLimiter limiter = rateLimiter(2, Duration.ZERO);
    for (int i = 0; i < 5; i++) {
      submitHanging(limiter);
    }
    assertThat(responses).hasSize(2);
    responses.get(0).complete(STATE);
    assertThat(responses).hasSize(3);
    assertThat(limiter.pendingPolls()).isEqualTo(4);
  }

  @Test
  void keepsMinIntervalBetweenPolls() {
    GatewayRateLimiter limiter = rateLimiter(10, Duration.ofMillis(100));
    for (int i = 0; i < 4; i++) {
      submitCompleted(limiter);
    }
    time.advance(Duration.ofSeconds(10));
    assertThat(startTimes).containsExactly(0L, 100L, 200L, 300L);
    assertThat(time.pendingCalls()).isZero();
  }

  @Test
  void doesNotRecurseForCompletedPolls() {
    GatewayRateLimiter limiter = rateLimiter(1, Duration.ZERO);
    submitHanging(limiter);
    for (int i = 0; i < 100_000; i++) {
      submitCompleted(limiter);
    }
    responses.get(0).complete(STATE);
    assertThat(startTimes).hasSize(100_001);
    assertThat(limiter.pendingPolls()).isZero();
  }

  @Test
  void pausesAllPollsForRetryAfter() {
    GatewayRateLimiter limiter = rateLimiter(10, Duration.ZERO);
    submitRateLimited(limiter, Duration.ofSeconds(20));
    for (int i = 0; i < 3; i++) {
      submitCompleted(limiter);
    }
    time.advance(Duration.ofMinutes(1));
    assertThat(startTimes).containsExactly(20_000L, 20_050L, 20_095L);
  }

  /** The second 429 of a burst does not slow down the polls again, but it may require more time. */
  @Test
  void honorsRetryAfterOfEachResponse() {
    GatewayRateLimiter limiter = rateLimiter(10, Duration.ZERO);
    submitHanging(limiter);
    submitHanging(limiter);
    time.advance(Duration.ofSeconds(1));
    responses.get(0).completeExceptionally(rateLimited(null));
    responses.get(1).completeExceptionally(rateLimited(Duration.ofSeconds(20)));
    startTimes.clear();
    submitCompleted(limiter);
    submitCompleted(limiter);
    time.advance(Duration.ofMinutes(1));
    assertThat(startTimes).containsExactly(21_000L, 21_050L);
  }

  /** A clock as {@link System#nanoTime}, whose origin is arbitrary, a second before it wraps. */
  private record WrappingClock(VirtualTime time) implements Scheduler {
    @Override
    public long nanoTime() {
      return time.nanoTime() + Long.MAX_VALUE - 1_000_000_000L;
    }

    @Override
    public ScheduledCall schedule(Duration delay, Runnable task) {
      return time.schedule(delay, task);
    }
  }

  @Test
  void pausesAlsoWhenTheClockWrapsAround() {
    GatewayRateLimiter limiter =
        new GatewayRateLimiter(new WrappingClock(time), RateLimits.DEFAULTS);
    submitRateLimited(limiter, Duration.ofSeconds(20));
    submitCompleted(limiter);
    time.advance(Duration.ofMinutes(1));
    assertThat(startTimes).containsExactly(20_000L);
  }

  @Test
  void capsRetryAfter() {
    GatewayRateLimiter limiter = rateLimiter(10, Duration.ZERO);
    submitRateLimited(limiter, Duration.ofDays(1));
    submitCompleted(limiter);
    time.advance(Duration.ofMinutes(3));
    assertThat(startTimes).containsExactly(120_000L);
  }

  @Test
  void backsOffOncePerBurst() {
    GatewayRateLimiter limiter = rateLimiter(10, Duration.ZERO);
    for (int i = 0; i < 10; i++) {
      submitHanging(limiter);
    }
    time.advance(Duration.ofSeconds(1));
    responses.forEach(response -> response.completeExceptionally(rateLimited(null)));
    startTimes.clear();
    submitCompleted(limiter);
    time.advance(Duration.ofMinutes(1));
    assertThat(startTimes).containsExactly(2_000L);
  }

  @Test
  void recoversAfterSuccesses() {
    GatewayRateLimiter limiter = rateLimiter(10, Duration.ZERO);
    submitRateLimited(limiter, null);
    for (int i = 0; i < 30; i++) {
      submitCompleted(limiter);
    }
    time.advance(Duration.ofMinutes(1));
    assertThat(startTimes.get(29) - startTimes.get(28)).isZero();
    assertThat(startTimes.get(29)).isLessThan(1_500);
  }

  @Test
  void cancelRemovesOrAbortsPoll() {
    GatewayRateLimiter limiter = rateLimiter(1, Duration.ZERO);
    CompletableFuture<TaskState> first = submitHanging(limiter);
    CompletableFuture<TaskState> second = submitHanging(limiter);
    second.cancel(true);
    first.cancel(true);
    assertThat(responses).singleElement().matches(CompletableFuture::isCancelled);
    assertThat(limiter.pendingPolls()).isZero();
  }

  @Test
  void cancelsWakeUpWhenQueueIsEmpty() {
    GatewayRateLimiter limiter = rateLimiter(1, Duration.ZERO);
    submitRateLimited(limiter, Duration.ofSeconds(30));
    CompletableFuture<TaskState> queued = submitHanging(limiter);
    assertThat(time.pendingCalls()).isEqualTo(1);
    queued.cancel(true);
    assertThat(time.pendingCalls()).isZero();
  }
}
