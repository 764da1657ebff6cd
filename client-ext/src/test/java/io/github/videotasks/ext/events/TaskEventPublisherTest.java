package io.github.videotasks.ext.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.ext.payload.TaskId;
import io.github.videotasks.ext.polling.TaskPoller;
import io.github.videotasks.ext.polling.WaitPolicy;
import io.github.videotasks.ext.schedule.PollSchedule;
import io.github.videotasks.ext.testing.TaskScript;
import io.github.videotasks.ext.testing.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Flow;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TaskEventPublisherTest {

  private static final WaitPolicy EVERY_TEN =
      WaitPolicy.defaults().withSchedule(PollSchedule.fixed(Duration.ofSeconds(10))).withJitter(0);

  private final VirtualTime time = new VirtualTime();
  private final RecordingSubscriber subscriber = new RecordingSubscriber();
  private TaskScript script = new TaskScript(time, "pending");
  private TaskPoller poller = new TaskPoller(script, time);

  private TaskEventPublisher events(Stream<String> ids, String... steps) {
    script = new TaskScript(time, steps);
    poller = new TaskPoller(script, time);
    return new TaskEventPublisher(
        ids.map(TaskId::new).toList(),
        (id, listener) -> poller.watch(id, EVERY_TEN, listener),
        Runnable::run);
  }

  /** Records the signals that it receives. */
  private static final class RecordingSubscriber implements Flow.Subscriber<TaskEvent> {
    private final List<String> received = new ArrayList<>();
    private Flow.@Nullable Subscription subscription;

    Flow.Subscription subscription() {
      return Objects.requireNonNull(subscription);
    }

    @Override
    public void onSubscribe(Flow.Subscription newSubscription) {
      subscription = newSubscription;
    }

    @Override
    public void onNext(TaskEvent event) {
      String text =
          event instanceof TaskEvent.StageChanged change
              ? change.previousStage() + " to " + change.state().stage()
              : event instanceof TaskEvent.Ended ended
                  ? "ended " + ended.state().stage()
                  : event.getClass().getSimpleName();
      received.add(event.id() + " " + text);
    }

    @Override
    public void onError(Throwable error) {
      received.add(error.getMessage());
    }

    @Override
    public void onComplete() {
      received.add("complete");
    }
  }

  @Test
  void publishesStageChangesThenEndThenCompletes() {
    events(Stream.of("a"), "pending", "queued", "processing 1", "processing 2", "completed")
        .subscribe(subscriber);
    subscriber.subscription().request(Long.MAX_VALUE);
    time.advance(Duration.ofMinutes(2));
    assertThat(subscriber.received)
        .containsExactly(
            "a null to QUEUED", "a QUEUED to RUNNING", "a ended SUCCEEDED", "complete");
    assertThat(time.pendingCalls()).isZero();
  }

  @Test
  void pollsOncePerIdAfterSubscribe() {
    TaskEventPublisher events = events(Stream.of("a", "a", "b"), "completed");
    assertThat(script.responses()).isEmpty();
    events.subscribe(subscriber);
    subscriber.subscription().request(9);
    assertThat(subscriber.received)
        .containsExactly("a ended SUCCEEDED", "b ended SUCCEEDED", "complete");
    assertThat(script.responses()).hasSize(2);
  }

  @Test
  void honorsDemandAndMergesPendingEvents() {
    events(Stream.of("a"), "pending", "processing", "pending", "processing", "completed")
        .subscribe(subscriber);
    subscriber.subscription().request(1);
    assertThat(subscriber.received).containsExactly("a null to QUEUED");
    time.advance(Duration.ofSeconds(30));
    assertThat(subscriber.received).hasSize(1);
    subscriber.subscription().request(1);
    time.advance(Duration.ofMinutes(1));
    assertThat(subscriber.received).containsExactly("a null to QUEUED", "a Regressed");
    subscriber.subscription().request(2);
    assertThat(subscriber.received)
        .containsExactly(
            "a null to QUEUED",
            "a Regressed",
            "a QUEUED to RUNNING",
            "a ended SUCCEEDED",
            "complete");
  }

  @Test
  void continuesAfterFailedTask() {
    events(Stream.of("a", "b"), "UNAUTHORIZED", "processing", "completed").subscribe(subscriber);
    subscriber.subscription().request(9);
    time.advance(Duration.ofMinutes(1));
    assertThat(subscriber.received)
        .containsExactly("a Failed", "b null to RUNNING", "b ended SUCCEEDED", "complete");
  }

  @Test
  void cancelStopsLoopsAndEvents() {
    events(Stream.of("a", "b"), "pending").subscribe(subscriber);
    subscriber.subscription().request(1);
    subscriber.subscription().cancel();
    time.advance(Duration.ofMinutes(1));
    assertThat(subscriber.received).containsExactly("a null to QUEUED");
    assertThat(poller.openLoops()).isZero();
    assertThat(time.pendingCalls()).isZero();
  }

  @Test
  void completesAtOnceWithoutTasks() {
    events(Stream.of(), "pending").subscribe(subscriber);
    assertThat(subscriber.received).containsExactly("complete");
  }

  @Test
  void rejectsNonPositiveDemand() {
    events(Stream.of("a"), "pending").subscribe(subscriber);
    subscriber.subscription().request(0);
    assertThat(subscriber.received)
        .containsExactly("expected a demand of at least 1 (Reactive Streams, 3.9), found 0");
    assertThat(poller.openLoops()).isZero();
  }

  /** The wait that is starting when the subscriber cancels is cancelled as well. */
  @Test
  void cancelWithinFirstEventEndsAllWaits() {
    Flow.Subscriber<TaskEvent> cancelling =
        new Flow.Subscriber<>() {
          @Override
          public void onSubscribe(Flow.Subscription subscription) {
            subscriber.onSubscribe(subscription);
            subscription.request(Long.MAX_VALUE);
          }

          @Override
          public void onNext(TaskEvent event) {
            subscriber.subscription().cancel();
          }

          @Override
          public void onError(Throwable error) {}

          @Override
          public void onComplete() {}
        };
    events(Stream.of("a", "b", "c"), "processing 10").subscribe(cancelling);
    time.advance(Duration.ofMinutes(1));
    assertThat(script.responses()).hasSize(1);
    assertThat(poller.openLoops()).isZero();
  }
}
