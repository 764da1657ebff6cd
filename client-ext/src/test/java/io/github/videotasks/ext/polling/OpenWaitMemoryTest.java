package io.github.videotasks.ext.polling;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.client.runtime.JsonValue;
import io.github.videotasks.ext.payload.Stage;
import io.github.videotasks.ext.payload.TaskId;
import io.github.videotasks.ext.payload.TaskState;
import io.github.videotasks.ext.testing.TaskScript;
import io.github.videotasks.ext.testing.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

/** What an open wait keeps of the responses. */
class OpenWaitMemoryTest {

  private static final String RESPONSE =
      "{\"id\":\"a\",\"status\":\"processing\",\"progress\":40,\"prompt\":\"a cat\"}";
  private static final String SUMMARY = "{\"status\":\"processing\",\"progress\":40}";

  private final VirtualTime time = new VirtualTime();

  private static TaskState lastStateOf(TaskWatch watch) {
    try {
      throw new AssertionError("expected a timeout, found " + watch.result().join());
    } catch (CompletionException e) {
      return Objects.requireNonNull(
          ((WaitTimeoutException) Objects.requireNonNull(e.getCause())).lastState());
    }
  }

  private List<TaskWatch> timedOut(int waits, WaitPolicy policy, String... steps) {
    TaskPoller poller = new TaskPoller(new TaskScript(time, steps), time);
    List<TaskWatch> watches = new ArrayList<>();
    for (int i = 0; i < waits; i++) {
      watches.add(poller.watch(new TaskId("t" + i), policy, TaskListener.none()));
    }
    time.advance(policy.deadline());
    return watches;
  }

  @Test
  void keepsTheResponsesOfTheWaitsThatWerePolledLast() {
    WaitPolicy once = WaitPolicy.defaults().withSchedule(input -> Duration.ofDays(1));
    List<TaskWatch> watches = timedOut(WaitPolicy.MAX_KEPT_RESPONSES + 1, once, RESPONSE);

    assertThat(lastStateOf(watches.get(0)).raw().json()).isEqualTo(SUMMARY);
    assertThat(lastStateOf(watches.get(1)).raw().json()).isEqualTo(RESPONSE);
    assertThat(lastStateOf(watches.get(1_000)).raw().json()).isEqualTo(RESPONSE);
  }

  @Test
  void keepsNeitherStagesNorResponseWithoutTimeline() {
    TaskWatch watch =
        timedOut(1, WaitPolicy.defaults().withoutTimeline(), "pending", RESPONSE).get(0);

    assertThat(lastStateOf(watch).raw().json()).isEqualTo(SUMMARY);
    assertThat(watch.timeline().stages()).isEmpty();
    assertThat(watch.timeline().polls()).isGreaterThan(1);
    assertThat(watch.snapshot().stage()).isEqualTo(Stage.RUNNING);
  }

  @Test
  void pollsAtTheSameTimesWithoutTimeline() {
    String[] steps = {"pending", "processing 10", "SERVER_ERROR 503", "processing 60", "completed"};
    TaskScript with = new TaskScript(time, steps);
    new TaskPoller(with, time).watch(new TaskId("t"), WaitPolicy.defaults(), TaskListener.none());
    TaskScript without = new TaskScript(time, steps);
    TaskWatch watch =
        new TaskPoller(without, time)
            .watch(new TaskId("t"), WaitPolicy.defaults().withoutTimeline(), TaskListener.none());
    time.advance(Duration.ofMinutes(30));

    assertThat(without.pollTimes()).hasSize(5).isEqualTo(with.pollTimes());
    assertThat(watch.result().join().result()).isNotNull();
  }

  @Test
  void stateWithoutBodyHasTheSameStatusAndNothingElse() {
    TaskState whole =
        TaskState.of(
            new TaskId("sora-2:a"),
            JsonValue.parse(
                "{\"id\":\"a\",\"state\":\"weird\",\"detail\":{\"running\":true,\"req\":{}},"
                    + "\"progress\":\"37%\",\"video_url\":\"https://host/v.mp4\"}"));
    TaskState summary = whole.withoutBody();

    assertThat(List.of(summary.id(), summary.stage(), String.valueOf(summary.status())))
        .isEqualTo(List.of(whole.id(), whole.stage(), String.valueOf(whole.status())));
    assertThat(summary.progress()).isEqualTo(37);
    assertThat(summary.assets()).isEmpty();
    assertThat(summary.raw().json()).isEqualTo("{\"status\":\"weird\",\"progress\":37}");
    assertThat(summary.withoutBody()).isSameAs(summary).isEqualTo(whole.withoutBody());
  }
}
