package io.github.videotasks.ext.polling;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.client.runtime.JsonValue;
import io.github.videotasks.ext.error.ErrorDetails;
import io.github.videotasks.ext.error.ErrorKind;
import io.github.videotasks.ext.error.VideoTasksException;
import io.github.videotasks.ext.payload.TaskId;
import io.github.videotasks.ext.payload.TaskState;
import io.github.videotasks.ext.schedule.PollSchedule;
import io.github.videotasks.ext.testing.VirtualTime;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Twenty thousand poll loops that start at the same moment, in virtual time. */
@SuppressWarnings("FutureReturnValueIgnored") // the tests check the number of polls
class ThunderingHerdTest {

  private static final int TASKS = 20_000;
  private static final int SECONDS = 45;
  private static final WaitPolicy EVERY_TEN =
      WaitPolicy.defaults().withSchedule(PollSchedule.fixed(Duration.ofSeconds(10)));

  private static final JsonValue PENDING = JsonValue.parse("{\"status\":\"pending\"}");

  private final VirtualTime time = new VirtualTime();
  private final int[] pollsPerSecond = new int[SECONDS];

  private CompletableFuture<TaskState> pending(TaskId id, Duration limit) {
    pollsPerSecond[second()]++;
    return CompletableFuture.completedFuture(TaskState.of(id, PENDING));
  }

  /** Responds with 503 and {@code Retry-After: 30} in the first second. */
  private CompletableFuture<TaskState> unavailableAtFirst(TaskId id, Duration limit) {
    if (second() > 0) {
      return pending(id, limit);
    }
    pollsPerSecond[0]++;
    return CompletableFuture.failedFuture(
        VideoTasksException.of(
            "scripted",
            new ErrorDetails(
                ErrorKind.SERVER_ERROR, 503, null, null, 1, Duration.ZERO, Duration.ofSeconds(30)),
            null));
  }

  private int second() {
    return (int) Duration.ofNanos(time.nanoTime()).toSeconds();
  }

  private void start(TaskSource source, WaitPolicy policy) {
    TaskPoller poller = new TaskPoller(source, time);
    for (int i = 0; i < TASKS; i++) {
      poller.await(new TaskId("task_" + i), policy, TaskListener.none());
    }
    time.advance(Duration.ofSeconds(SECONDS).minusNanos(1));
  }

  private int maxPolls(int from) {
    return Arrays.stream(pollsPerSecond, from, SECONDS).max().orElseThrow();
  }

  private double meanPolls(int from) {
    return Arrays.stream(pollsPerSecond, from, SECONDS).average().orElseThrow();
  }

  @Test
  void spreadsPollsAfterFirstSecond() {
    start(this::pending, EVERY_TEN);
    assertThat(pollsPerSecond[0]).isBetween(TASKS, TASKS + 2_500);
    assertThat(meanPolls(1)).isBetween(2_000.0, 2_200.0);
    assertThat(maxPolls(1)).isLessThan(2_800);
  }

  @Test
  void pollsInBurstsWithoutJitter() {
    start(this::pending, EVERY_TEN.withJitter(0));
    assertThat(maxPolls(1)).isEqualTo(TASKS);
  }

  @Test
  void spreadsPollsAfterCommonRetryAfter() {
    start(this::unavailableAtFirst, EVERY_TEN);
    assertThat(Arrays.stream(pollsPerSecond, 1, 30).sum()).isZero();
    assertThat(maxPolls(1)).isLessThan(TASKS / 2);
  }
}
