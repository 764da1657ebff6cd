package io.github.videotasks.ext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.videotasks.client.runtime.JsonValue;
import io.github.videotasks.ext.payload.TaskId;
import io.github.videotasks.ext.payload.TaskState;
import io.github.videotasks.ext.polling.TaskListener;
import io.github.videotasks.ext.polling.TaskSource;
import io.github.videotasks.ext.polling.TaskWatch;
import io.github.videotasks.ext.polling.WaitPolicy;
import io.github.videotasks.ext.polling.WaitTimeoutException;
import io.github.videotasks.ext.schedule.PollSchedule;
import io.github.videotasks.ext.testing.TaskScript;
import io.github.videotasks.ext.testing.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Callbacks that block stop neither polls nor deadlines nor each other's results. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
@SuppressWarnings("FutureReturnValueIgnored") // the tests are about what dependent stages do
class BlockedCallbacksTest {

  private static final WaitPolicy EVERY_SECOND =
      WaitPolicy.defaults()
          .withSchedule(PollSchedule.fixed(Duration.ofSeconds(1)))
          .withJitter(0)
          .withDeadline(Duration.ofMinutes(1));

  private final VirtualTime time = new VirtualTime();
  private final CountDownLatch release = new CountDownLatch(1);
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task);
            thread.setDaemon(true);
            return thread;
          });

  @AfterEach
  void release() {
    release.countDown();
    threads.shutdown();
  }

  private void block() {
    try {
      release.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private VideoTasks client(TaskSource source, Executor executor) {
    return VideoTasks.builder()
        .taskSource(source)
        .scheduler(time)
        .callbackExecutor(executor)
        .waitPolicy(EVERY_SECOND)
        .build();
  }

  private TaskScript script() {
    return new TaskScript(time, "processing");
  }

  @Test
  void deadlineIsKeptWhile500ContinuationsBlock() {
    try (VideoTasks tasks = client(script(), threads)) {
      WaitPolicy shorter = EVERY_SECOND.withDeadline(Duration.ofSeconds(30));
      IntStream.range(0, 500)
          .forEach(i -> tasks.awaitAsync("t" + i, shorter).whenComplete((end, error) -> block()));
      TaskWatch other = tasks.watch("other", TaskListener.none());

      time.advance(Duration.ofSeconds(59));
      assertThat(other.result()).isNotDone();
      time.advance(Duration.ofSeconds(1));
      assertThatThrownBy(other.result()::get).hasCauseInstanceOf(WaitTimeoutException.class);
      assertThat(other.timeline().polls()).isEqualTo(60);
    }
  }

  @Test
  void listenerThatBlocksDelaysNeitherPollsNorTheDeadlineOfItsOwnWait() {
    TaskScript script = script();
    try (VideoTasks tasks = client(script, threads)) {
      TaskWatch watch = tasks.watch("t", state -> block());
      time.advance(Duration.ofMinutes(1));

      assertThat(watch.result()).isCompletedExceptionally();
      assertThat(script.pollTimes()).hasSize(60);
    }
  }

  @Test
  void scheduleThatBlocksDelaysOnlyItsOwnWait() {
    try (VideoTasks tasks = client(script(), threads)) {
      PollSchedule blocking =
          input -> {
            block();
            return Duration.ofSeconds(1);
          };
      TaskWatch own =
          tasks.watch(
              "t",
              EVERY_SECOND.withSchedule(blocking),
              CallOptions.defaults(),
              TaskListener.none());
      TaskWatch other = tasks.watch("other", TaskListener.none());
      time.advance(Duration.ofMinutes(1));

      assertThat(own.result()).isCompletedExceptionally();
      assertThat(other.timeline().polls()).isEqualTo(60);
    }
  }

  @Test
  void resultIsReadableAfterItsEventsAlthoughNoCallbackThreadIsFree() throws Exception {
    List<String> statuses = new ArrayList<>();
    TaskScript script = new TaskScript(time, "pending", "processing", "completed");
    try (VideoTasks tasks = client(script, task -> {})) {
      TaskWatch watch = tasks.watch("t", state -> statuses.add(state.status()));
      time.advance(Duration.ofMinutes(1));

      assertThat(watch.result().get().status()).isEqualTo("completed");
      assertThat(statuses).containsExactly("pending", "processing", "completed");
    }
  }

  @Test
  void listenerThatIsSlowGetsTheNewestChangesAndTheEnd() {
    String[] steps =
        IntStream.rangeClosed(0, 100)
            .mapToObj(i -> i < 100 ? "processing " + i : "completed")
            .toArray(String[]::new);
    List<Runnable> submitted = new ArrayList<>();
    List<TaskState> states = new ArrayList<>();
    try (VideoTasks tasks = client(new TaskScript(time, steps), submitted::add)) {
      tasks.watch(
          "t", EVERY_SECOND.withDeadline(Duration.ofHours(1)), CallOptions.defaults(), states::add);
      time.advance(Duration.ofMinutes(10));
      submitted.forEach(Runnable::run);

      assertThat(states).hasSize(64);
      assertThat(states.get(0).progress()).isEqualTo(37);
      assertThat(states.get(63).status()).isEqualTo("completed");
    }
  }

  @Test
  void listenerThatBlocksOnItsOwnResultIsRejected() {
    CompletableFuture<TaskWatch> started = new CompletableFuture<>();
    try (VideoTasks tasks = client(script(), threads)) {
      TaskWatch watch = tasks.watch("t", state -> started.join().result().join());
      started.complete(watch);

      assertThatThrownBy(watch.result()::get)
          .hasCauseInstanceOf(IllegalStateException.class)
          .hasMessageContaining("found it blocked on the result of its own wait");
    }
  }

  /** A source with a single thread, as a client with a single request in flight. */
  @Test
  void continuationsThatAwaitAnotherTaskDoNotStarveItsPolls() {
    List<CompletableFuture<TaskState>> ends = new CopyOnWriteArrayList<>();
    TaskState done = TaskState.of(new TaskId("x"), JsonValue.parse("{\"status\":\"failed\"}"));
    ExecutorService single = Executors.newSingleThreadExecutor();
    TaskSource source = (id, limit) -> CompletableFuture.supplyAsync(() -> done, single);
    try (VideoTasks tasks = VideoTasks.builder().taskSource(source).build()) {
      IntStream.range(0, 64)
          .forEach(i -> ends.add(tasks.awaitAsync("a" + i).thenApply(end -> tasks.await("b" + i))));

      ends.forEach(CompletableFuture::join);
    } finally {
      single.shutdown();
    }
  }
}
