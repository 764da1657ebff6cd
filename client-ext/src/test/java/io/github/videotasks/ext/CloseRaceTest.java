package io.github.videotasks.ext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.videotasks.ext.error.ErrorKind;
import io.github.videotasks.ext.error.VideoTasksException;
import io.github.videotasks.ext.payload.TaskState;
import io.github.videotasks.ext.testing.VirtualTime;
import io.github.videotasks.ext.time.Scheduler;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Closes a client while other threads start operations, at every step of the start. */
class CloseRaceTest {

  private final List<String> events = new ArrayList<>();
  private final InFlightOperations operations =
      new InFlightOperations(() -> events.add("released"));

  private static void assertClosed(CompletableFuture<TaskState> future) {
    assertThatThrownBy(future::join)
        .cause()
        .isInstanceOfSatisfying(
            VideoTasksException.class,
            error -> assertThat(error.kind()).isEqualTo(ErrorKind.CLOSED));
  }

  @Test
  void releasesAfterPendingStart() {
    CompletableFuture<TaskState> future =
        operations.track(
            () -> {
              operations.close();
              events.add("started");
              return new CompletableFuture<>();
            });
    assertClosed(future);
    assertThat(events).containsExactly("started", "released");
    assertThat(operations.count()).isZero();
  }

  @Test
  void releasesAfterLastNestedStart() {
    CompletableFuture<TaskState> outer =
        operations.track(
            () -> {
              assertClosed(
                  operations.track(
                      () -> {
                        operations.close();
                        return new CompletableFuture<>();
                      }));
              events.add("outer");
              return new CompletableFuture<>();
            });
    assertClosed(outer);
    assertThat(events).containsExactly("outer", "released");
  }

  @Test
  void releasesAfterFailedStart() {
    assertThatThrownBy(
            () ->
                operations.track(
                    () -> {
                      operations.close();
                      throw new IllegalStateException("no");
                    }))
        .hasMessage("no");
    assertThat(events).containsExactly("released");
  }

  @Test
  void completesFuturesBeforeRelease() {
    CompletableFuture<TaskState> future = operations.track(CompletableFuture::new);
    CompletableFuture<TaskState> ended = future.whenComplete((state, error) -> events.add("ended"));
    operations.close();
    operations.close();
    assertClosed(ended);
    assertThat(events).containsExactly("ended", "released");
    assertClosed(operations.track(CompletableFuture::new));
  }

  @Test
  void endsOperationsInTheOrderOfTheirStart() {
    List<Integer> numbers = IntStream.range(0, 20).boxed().toList();
    List<Integer> ended = new ArrayList<>();
    for (Integer number : numbers) {
      CompletableFuture<TaskState> future = operations.track(CompletableFuture::new);
      CompletableFuture<TaskState> unused =
          future.whenComplete((state, error) -> ended.add(number));
    }
    operations.close();
    assertThat(ended).isEqualTo(numbers);
  }

  /** Closes the client after a given number of scheduled calls. */
  private static final class ClosingScheduler implements Scheduler {

    private final VirtualTime time = new VirtualTime();
    private final AtomicReference<VideoTasks> tasks = new AtomicReference<>();
    private int remaining;

    ClosingScheduler(int scheduledCalls) {
      remaining = scheduledCalls;
    }

    @Override
    public long nanoTime() {
      return time.nanoTime();
    }

    @Override
    public ScheduledCall schedule(Duration delay, Runnable task) {
      if (remaining-- == 0) {
        Objects.requireNonNull(tasks.get()).close();
      }
      return time.schedule(delay, task);
    }
  }

  private static VideoTasks client(ServerSocket silent, ClosingScheduler time) {
    VideoTasks tasks =
        VideoTasks.builder()
            .baseUrl("http://127.0.0.1:" + silent.getLocalPort())
            .apiKey("key")
            .scheduler(time)
            .build();
    time.tasks.set(tasks);
    return tasks;
  }

  /** Closes before the deadline is scheduled (0) and before the first poll is scheduled (1). */
  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void failsWaitStartedDuringClose(int scheduledCalls) throws IOException {
    ClosingScheduler time = new ClosingScheduler(scheduledCalls);
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertClosed(client(silent, time).awaitAsync("a"));
    }
    assertThat(time.time.pendingCalls()).isZero();
  }

  @Test
  void failsRequestStartedDuringClose() throws IOException {
    ClosingScheduler time = new ClosingScheduler(0);
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CallOptions one = CallOptions.defaults().withMaxRequests(1);
      assertClosed(client(silent, time).getAsync("a", one));
    }
    assertThat(time.time.pendingCalls()).isZero();
  }
}
