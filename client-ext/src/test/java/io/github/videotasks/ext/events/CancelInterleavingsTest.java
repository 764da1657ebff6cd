package io.github.videotasks.ext.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.client.runtime.JsonValue;
import io.github.videotasks.ext.payload.TaskId;
import io.github.videotasks.ext.payload.TaskState;
import io.github.videotasks.ext.polling.TaskListener;
import io.github.videotasks.ext.polling.TaskPoller;
import io.github.videotasks.ext.polling.TaskSource;
import io.github.videotasks.ext.polling.TaskWatch;
import io.github.videotasks.ext.polling.WaitPolicy;
import io.github.videotasks.ext.testing.VirtualTime;
import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Cancels a subscription at each point of {@code subscribe()}, on the same thread and on another
 * one in each interleaving, and expects that nothing polls afterwards.
 */
class CancelInterleavingsTest {

  private static final List<TaskId> IDS = Stream.of("a", "b", "c").map(TaskId::new).toList();

  /** After a step, one of two threads runs on; 2^12 schedules of the first 12 steps are tried. */
  private static final int DECISIONS = 12;

  private final VirtualTime time = new VirtualTime();
  private final AtomicInteger polls = new AtomicInteger();
  private Runnable onStep = () -> {};
  private final TaskSource source =
      (id, limit) -> {
        polls.incrementAndGet();
        onStep.run();
        return CompletableFuture.completedFuture(
            TaskState.of(id, JsonValue.parse("{\"status\":\"processing\",\"progress\":10}")));
      };
  private TaskPoller poller = new TaskPoller(source, time);

  @SuppressWarnings("FutureReturnValueIgnored") // the callback is the end of the chain
  private TaskWatch watch(TaskId id, TaskListener listener) {
    onStep.run();
    TaskWatch watch = poller.watch(id, WaitPolicy.defaults(), listener);
    watch.result().whenComplete((state, error) -> onStep.run());
    onStep.run();
    return watch;
  }

  private void assertNothingPolls(String where) {
    int before = polls.get();
    assertThat(poller.openLoops()).as("open loops after a cancel at %s", where).isZero();
    assertThat(time.pendingCalls()).as("timers after a cancel at %s", where).isZero();
    time.advance(Duration.ofMinutes(29));
    assertThat(polls).as("polls after a cancel at %s", where).hasValue(before);
  }

  @Test
  void nothingPollsWhereverTheSameThreadCancels() {
    int points = subscribeAndCancelAt(Integer.MAX_VALUE);
    assertThat(points).isEqualTo(13);
    for (int point = 1; point <= points; point++) {
      subscribeAndCancelAt(point);
      assertNothingPolls("step " + point);
    }
  }

  /** Returns the number of steps. */
  private int subscribeAndCancelAt(int point) {
    AtomicInteger steps = new AtomicInteger();
    CancellableSubscriber subscriber = new CancellableSubscriber();
    onStep =
        () -> {
          if (steps.incrementAndGet() == point) {
            subscriber.cancel();
          }
        };
    new TaskEventPublisher(IDS, this::watch, Runnable::run).subscribe(subscriber);
    onStep = () -> {};
    subscriber.cancelIfNotCancelled();
    return steps.get();
  }

  @Test
  void nothingPollsWhereverAnotherThreadCancels() throws InterruptedException {
    for (long bits = 0; bits < 1L << DECISIONS; bits++) {
      BitSet schedule = BitSet.valueOf(new long[] {bits});
      TwoThreadSchedule threads = new TwoThreadSchedule(schedule);
      CancellableSubscriber subscriber = new CancellableSubscriber();
      TaskEventPublisher publisher = new TaskEventPublisher(IDS, this::watch, Runnable::run);
      onStep = threads::step;
      threads.run(() -> publisher.subscribe(subscriber), subscriber::cancel);
      onStep = () -> {};
      subscriber.cancelIfNotCancelled();
      assertNothingPolls("schedule " + schedule);
    }
  }

  /** Requests everything; can be cancelled at any time, also before it has a subscription. */
  private final class CancellableSubscriber implements Flow.Subscriber<TaskEvent> {
    private volatile Flow.@Nullable Subscription subscription;
    private volatile boolean cancelled;

    void cancel() {
      Flow.Subscription current = subscription;
      if (current != null) {
        cancelled = true;
        current.cancel();
      }
    }

    /** For a cancel that came before {@link #onSubscribe}, where it has no effect. */
    void cancelIfNotCancelled() {
      if (!cancelled) {
        cancel();
      }
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
      subscription = given;
      onStep.run();
      given.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(TaskEvent event) {
      onStep.run();
    }

    @Override
    public void onError(Throwable error) {
      throw new AssertionError(error);
    }

    @Override
    public void onComplete() {}
  }
}
