package io.github.videotasks.ext.polling;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.ext.payload.TaskId;
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

class TaskEventsTest {

  private static final WaitPolicy EVERY_TEN =
      WaitPolicy.defaults().withSchedule(PollSchedule.fixed(Duration.ofSeconds(10))).withSpread(0);

  private final VirtualTime time = new VirtualTime();
  private final Hearing hearing = new Hearing();
  private TaskScript script = new TaskScript(time, "pending");
  private Waiter waiter = new Waiter(script, time);

  private TaskEvents events(Stream<String> ids, String... answers) {
    script = new TaskScript(time, answers);
    waiter = new Waiter(script, time);
    return new TaskEvents(
        ids.map(TaskId::new).toList(), (id, listener) -> waiter.watch(id, EVERY_TEN, listener));
  }

  /** Writes down what it hears. */
  private static final class Hearing implements Flow.Subscriber<TaskEvent> {
    private final List<String> heard = new ArrayList<>();
    private Flow.@Nullable Subscription subscription;

    Flow.Subscription subscription() {
      return Objects.requireNonNull(subscription);
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
      subscription = given;
    }

    @Override
    public void onNext(TaskEvent event) {
      String text =
          event instanceof TaskEvent.Moved moved
              ? moved.from() + " to " + moved.state().stage()
              : event instanceof TaskEvent.Ended ended
                  ? "ended " + ended.state().stage()
                  : event.getClass().getSimpleName();
      heard.add(event.id() + " " + text);
    }

    @Override
    public void onError(Throwable error) {
      heard.add(error.getMessage());
    }

    @Override
    public void onComplete() {
      heard.add("complete");
    }
  }

  @Test
  void tellsEachStageOnceAndTheEndAndCompletes() {
    events(Stream.of("a"), "pending", "queued", "processing 1", "processing 2", "completed")
        .subscribe(hearing);
    hearing.subscription().request(Long.MAX_VALUE);
    time.pass(Duration.ofMinutes(2));
    assertThat(hearing.heard)
        .containsExactly(
            "a null to QUEUED", "a QUEUED to RUNNING", "a ended SUCCEEDED", "complete");
    assertThat(time.pending()).isZero();
  }

  @Test
  void asksNothingBeforeSomebodySubscribesAndOncePerId() {
    TaskEvents events = events(Stream.of("a", "a", "b"), "completed");
    assertThat(script.asked()).isEmpty();
    events.subscribe(hearing);
    hearing.subscription().request(9);
    assertThat(hearing.heard).containsExactly("a ended SUCCEEDED", "b ended SUCCEEDED", "complete");
    assertThat(script.asked()).hasSize(2);
  }

  @Test
  void tellsNoMoreThanWasAskedForAndMergesTheRest() {
    events(Stream.of("a"), "pending", "processing", "pending", "processing", "completed")
        .subscribe(hearing);
    hearing.subscription().request(1);
    assertThat(hearing.heard).containsExactly("a null to QUEUED");
    time.pass(Duration.ofSeconds(30));
    assertThat(hearing.heard).hasSize(1);
    hearing.subscription().request(1);
    time.pass(Duration.ofMinutes(1));
    assertThat(hearing.heard).containsExactly("a null to QUEUED", "a WentBack");
    hearing.subscription().request(2);
    assertThat(hearing.heard)
        .containsExactly(
            "a null to QUEUED",
            "a WentBack",
            "a QUEUED to RUNNING",
            "a ended SUCCEEDED",
            "complete");
  }

  @Test
  void oneTaskThatFailsLeavesTheOthers() {
    events(Stream.of("a", "b"), "UNAUTHORIZED", "processing", "completed").subscribe(hearing);
    hearing.subscription().request(9);
    time.pass(Duration.ofMinutes(1));
    assertThat(hearing.heard)
        .containsExactly("a Failed", "b null to RUNNING", "b ended SUCCEEDED", "complete");
  }

  @Test
  void cancellingEndsTheWaitsAndTheTalk() {
    events(Stream.of("a", "b"), "pending").subscribe(hearing);
    hearing.subscription().request(1);
    hearing.subscription().cancel();
    time.pass(Duration.ofMinutes(1));
    assertThat(hearing.heard).containsExactly("a null to QUEUED");
    assertThat(waiter.openWaits()).isZero();
    assertThat(time.pending()).isZero();
  }

  @Test
  void noTasksAreCompleteAtOnce() {
    events(Stream.of(), "pending").subscribe(hearing);
    assertThat(hearing.heard).containsExactly("complete");
  }

  @Test
  void aDemandOfNothingIsAnError() {
    events(Stream.of("a"), "pending").subscribe(hearing);
    hearing.subscription().request(0);
    assertThat(hearing.heard)
        .containsExactly("expected a demand of at least 1 (Reactive Streams, 3.9), found 0");
    assertThat(waiter.openWaits()).isZero();
  }
}
