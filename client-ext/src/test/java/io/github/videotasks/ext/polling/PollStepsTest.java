package io.github.videotasks.ext.polling;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.ext.error.ErrorKind;
import io.github.videotasks.ext.error.VideoTasksException;
import io.github.videotasks.ext.payload.Stage;
import io.github.videotasks.ext.payload.TaskId;
import io.github.videotasks.ext.payload.TaskState;
import io.github.videotasks.ext.schedule.PollSchedule;
import io.github.videotasks.ext.testing.TaskScript;
import io.github.videotasks.ext.testing.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

/** A wait that an external scheduler drives, without scheduler, threads and poll loops of ours. */
class PollStepsTest {

  private static final TaskId ID = new TaskId("sora-2:task_1");
  private static final WaitPolicy EVERY_TEN =
      WaitPolicy.defaults()
          .withSchedule(PollSchedule.fixed(Duration.ofSeconds(10)))
          .withJitter(0)
          .withDeadline(Duration.ofSeconds(95));

  private final VirtualTime time = new VirtualTime();
  private final List<Long> pauses = new ArrayList<>();

  /**
   * Each step could run on another machine: only the stored text is passed from one to the next.
   */
  private PollDecision drive(TaskScript gateway) {
    PollSteps steps = PollSteps.of(EVERY_TEN);
    String stored = steps.begin("https://host/", "UNIFIED", ID, time.now()).toJson();
    while (true) {
      PollDecision decision = poll(steps, WaitSnapshot.parse(stored), gateway);
      if (!(decision instanceof PollDecision.PollAgain again)) {
        return decision;
      }
      stored = again.snapshot().toJson();
      pauses.add(again.pause().toSeconds());
      time.advance(again.pause());
    }
  }

  private PollDecision poll(PollSteps steps, WaitSnapshot snapshot, TaskScript gateway) {
    TaskState state;
    try {
      state = gateway.fetch(snapshot.id(), Duration.ofSeconds(30)).join();
    } catch (CompletionException e) {
      VideoTasksException error = (VideoTasksException) Objects.requireNonNull(e.getCause());
      return steps.afterError(snapshot, error, time.now());
    }
    return steps.afterResponse(snapshot, state, time.now());
  }

  @Test
  void runsToEndFromStoredSnapshots() {
    PollDecision end =
        drive(new TaskScript(time, "pending", "CONNECTION", "RATE_LIMITED PT25S", "completed"));
    assertThat(end)
        .isInstanceOfSatisfying(
            PollDecision.Finish.class,
            finish -> assertThat(finish.state().stage()).isEqualTo(Stage.SUCCEEDED));
    assertThat(pauses).containsExactly(10L, 10L, 25L);
    assertThat(end.snapshot().timeline())
        .hasToString(
            "4 polls, 1 failed, 1 rate limited; QUEUED (pending) after 0 s, SUCCEEDED"
                + " (completed) after 45 s");
  }

  @Test
  void keepsOriginalDeadline() {
    PollDecision end = drive(new TaskScript(time, "processing 40"));
    assertThat(end)
        .isInstanceOfSatisfying(
            PollDecision.GiveUp.class,
            giveUp -> assertThat(giveUp.error().kind()).isEqualTo(ErrorKind.WAIT_TIMEOUT));
    // The last regular poll is a second before the deadline.
    assertThat(pauses).containsExactly(10L, 10L, 10L, 10L, 10L, 10L, 10L, 10L, 10L, 4L, 1L);
    assertThat(end.snapshot().elapsed()).isEqualTo(Duration.ofSeconds(95));
  }

  @Test
  void givesUpOnThirdNotFound() {
    PollDecision end = drive(new TaskScript(time, "TASK_NOT_FOUND"));
    assertThat(end).isInstanceOf(PollDecision.GiveUp.class);
    assertThat(pauses).hasSize(2);
  }

  @Test
  void isDeterministic() {
    PollSteps steps = PollSteps.of(WaitPolicy.defaults());
    WaitSnapshot before = steps.begin("https://host/", "", ID, time.now());
    TaskState state = new TaskScript(time, "processing 7").fetch(ID, Duration.ofSeconds(1)).join();
    Instant now = time.now().plusSeconds(40);
    PollDecision.PollAgain one = (PollDecision.PollAgain) steps.afterResponse(before, state, now);
    PollDecision.PollAgain two =
        (PollDecision.PollAgain)
            steps.afterResponse(WaitSnapshot.parse(before.toJson()), state, now);
    assertThat(one.pause()).isEqualTo(two.pause());
    assertThat(one.snapshot().toJson()).isEqualTo(two.snapshot().toJson());
  }

  @Test
  void ignoresClockGoingBack() {
    PollSteps steps = PollSteps.of(EVERY_TEN);
    WaitSnapshot before = steps.begin("https://host/", "", ID, time.now());
    TaskState state = new TaskScript(time, "pending").fetch(ID, Duration.ofSeconds(1)).join();
    PollDecision later = steps.afterResponse(before, state, time.now().plusSeconds(50));
    PollDecision earlier = steps.afterResponse(later.snapshot(), state, time.now());
    assertThat(earlier.snapshot().elapsed()).isEqualTo(Duration.ofSeconds(50));
  }
}
