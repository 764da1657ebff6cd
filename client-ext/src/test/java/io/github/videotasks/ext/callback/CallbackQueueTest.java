package io.github.videotasks.ext.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 5, unit = TimeUnit.MINUTES)
@SuppressWarnings("FutureReturnValueIgnored") // the tests are about what dependent stages do
class CallbackQueueTest {

  private final Queue<Runnable> submitted = new ArrayDeque<>();
  private final CallbackQueue queue = new CallbackQueue(submitted::add);
  private final List<String> calls = new ArrayList<>();

  @Test
  void occupiesOnePlaceOfTheExecutorAndKeepsTheOrder() {
    IntStream.range(0, 5).forEach(i -> queue.addEvent(this, 10, () -> calls.add("event " + i)));
    queue.addEnd(() -> calls.add("end"));

    assertThat(submitted).hasSize(1);
    submitted.remove().run();
    assertThat(calls).containsExactly("event 0", "event 1", "event 2", "event 3", "event 4", "end");
  }

  @Test
  void keepsTheNewestEventsOfEachKind() {
    Object other = new Object();
    queue.addEvent(other, 1, () -> calls.add("other"));
    IntStream.range(0, 100).forEach(i -> queue.addEvent(this, 3, () -> calls.add("event " + i)));

    submitted.remove().run();
    assertThat(calls).containsExactly("other", "event 97", "event 98", "event 99");
  }

  @Test
  void callbackThatAddsOneRunsItAfterItself() {
    CallbackQueue direct = new CallbackQueue(Runnable::run);
    direct.addEvent(
        this,
        1,
        () -> {
          direct.addEvent(this, 1, () -> calls.add("second"));
          calls.add("first");
        });

    assertThat(calls).containsExactly("first", "second");
  }

  @Test
  void callbackThatThrowsDoesNotStopTheNextOnes() {
    queue.addEvent(
        this,
        2,
        () -> {
          throw new IllegalStateException("of a test");
        });
    queue.addEnd(() -> calls.add("end"));

    submitted.remove().run();
    assertThat(calls).containsExactly("end");
  }

  @Test
  void waitingThreadRunsTheEventsAndLeavesTheEndToTheExecutor() throws InterruptedException {
    queue.addEvent(this, 1, () -> calls.add("event"));
    queue.addEnd(() -> calls.add("end"));

    queue.awaitEvents();
    assertThat(calls).containsExactly("event");
    submitted.forEach(Runnable::run);
    assertThat(calls).containsExactly("event", "end");
  }

  @Test
  void waitingThreadWaitsForTheEventThatIsRunning() throws InterruptedException {
    CountDownLatch running = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    CallbackQueue threaded = new CallbackQueue(task -> new Thread(task).start());
    threaded.addEvent(this, 1, () -> calls.add(started(running, release)));
    running.await();

    threaded.awaitEvents(1);
    assertThat(calls).isEmpty();
    release.countDown();
    threaded.awaitEvents();
    assertThat(calls).containsExactly("released");
  }

  /** In each round, a thread takes the event while this one waits for it. */
  @Test
  void waitingThreadNeverReturnsBeforeAnEventThatIsBeingTaken() throws InterruptedException {
    AtomicReference<@Nullable Runnable> next = new AtomicReference<>();
    Thread runner = new Thread(() -> runEach(next));
    runner.setDaemon(true);
    runner.start();
    for (int round = 0; round < 20_000; round++) {
      CallbackQueue contended = new CallbackQueue(next::set);
      AtomicBoolean ran = new AtomicBoolean();
      contended.addEvent(this, 1, () -> ran.set(true));
      IntStream.range(0, round % 200).forEach(i -> Thread.onSpinWait());
      contended.awaitEvents();
      assertThat(ran).as("round %s", round).isTrue();
    }
    next.set(() -> Thread.currentThread().interrupt());
  }

  /** Busy waiting, so that the task runs within nanoseconds. */
  private static void runEach(AtomicReference<@Nullable Runnable> next) {
    while (!Thread.currentThread().isInterrupted()) {
      Runnable task = next.getAndSet(null);
      if (task == null) {
        Thread.onSpinWait();
      } else {
        task.run();
      }
    }
  }

  private static String started(CountDownLatch running, CountDownLatch release) {
    running.countDown();
    try {
      release.await();
    } catch (InterruptedException e) {
      return "interrupted";
    }
    return "released";
  }

  @Test
  void futureIsDoneAndReadableWithoutAnyCallbackThread() throws Exception {
    CompletableFuture<String> source = new CompletableFuture<>();
    CompletableFuture<String> view = CallbackFuture.of(source, queue);
    view.thenAccept(calls::add);
    source.complete("value");

    assertThat(view.isDone()).isTrue();
    assertThat(view.get()).isEqualTo("value");
    assertThat(view.join()).isEqualTo("value");
    assertThat(view.get(1, TimeUnit.MINUTES)).isEqualTo("value");
    assertThat(view.getNow("none")).isEqualTo("value");
    assertThat(calls).isEmpty();
    submitted.remove().run();
    assertThat(calls).containsExactly("value");
  }

  @Test
  void stagesOfCombinedFuturesRunOnTheExecutorToo() {
    CompletableFuture<String> source = new CompletableFuture<>();
    CompletableFuture<String> view = CallbackFuture.of(source, queue);
    CompletableFuture.allOf(view).thenRun(() -> calls.add("all"));
    CompletableFuture.completedFuture(1).thenCombine(view, (a, b) -> calls.add("both"));
    source.complete("value");

    assertThat(calls).isEmpty();
    submitted.remove().run();
    assertThat(calls).containsExactlyInAnyOrder("all", "both");
  }

  @Test
  void cancellingTheViewCancelsTheSourceAndDropsPendingEvents() {
    CompletableFuture<String> source = new CompletableFuture<>();
    CompletableFuture<String> view = CallbackFuture.of(source, queue);
    view.whenComplete((value, error) -> calls.add("end"));
    queue.addEvent(this, 1, () -> calls.add("event"));

    assertThat(view.cancel(true)).isTrue();
    assertThat(source).isCancelled();
    submitted.forEach(Runnable::run);
    assertThat(calls).containsExactly("end");
  }

  @Test
  void errorsAreThoseOfTheSource() {
    CompletableFuture<String> source = new CompletableFuture<>();
    CompletableFuture<String> view = CallbackFuture.of(source, queue);
    view.completeExceptionally(new IllegalArgumentException("broken"));

    assertThat(view).isCompletedExceptionally();
    assertThatThrownBy(view::get)
        .isInstanceOf(ExecutionException.class)
        .hasRootCauseMessage("broken");
    assertThat(source).isCompletedExceptionally();
  }

  @Test
  void callbackThatBlocksOnItsOwnFutureIsRejected() {
    CompletableFuture<String> source = new CompletableFuture<>();
    CompletableFuture<String> view = CallbackFuture.of(source, queue);
    queue.addEvent(
        this,
        1,
        () -> {
          try {
            view.join();
          } catch (IllegalStateException e) {
            calls.add(String.valueOf(e.getMessage()));
          }
        });

    submitted.remove().run();
    assertThat(calls)
        .containsExactly(
            "expected a callback that returns, found it blocked on the result of its own wait or"
                + " download, which would never end; use a dependent stage such as thenAccept(…)");
  }
}
