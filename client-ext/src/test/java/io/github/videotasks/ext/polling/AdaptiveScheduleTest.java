package io.github.videotasks.ext.polling;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.client.runtime.JsonValue;
import io.github.videotasks.ext.payload.TaskId;
import io.github.videotasks.ext.payload.TaskState;
import io.github.videotasks.ext.schedule.DurationProfile;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Single pauses; what they add up to is the simulation's. */
class AdaptiveScheduleTest {

  private static final Instant CLOCK = Instant.parse("2026-01-01T00:00:00Z");
  private static final TaskId ID = new TaskId("model:1");

  private static TaskState state(String json) {
    return TaskState.of(ID, JsonValue.parse(json));
  }

  /** A model like those of real tasks, of which a hundred have ended. */
  private static final DurationProfile KNOWN =
      new DurationProfile(
          DurationProfile.UNKNOWN_MODEL.mu(), DurationProfile.UNKNOWN_MODEL.sigma(), 100);

  private static long pause(String... answers) {
    return pause(KNOWN, answers);
  }

  /** The pause in whole seconds after the answers, which come one per 10 s. */
  private static long pause(DurationProfile model, String... answers) {
    PollHistory memory = PollHistory.EMPTY;
    Verdict.Again step = null;
    for (int i = 0; i < answers.length; i++) {
      PollContext situation =
          new PollContext(
              ID,
              WaitPolicy.defaults().withJitter(0),
              Duration.ofSeconds(10L * i),
              Duration.ofHours(1),
              CLOCK.plusSeconds(10L * i),
              model,
              0);
      step = (Verdict.Again) Verdict.afterResponse(situation, memory, state(answers[i]));
      memory = step.memory();
    }
    return step == null ? -1 : step.pause().toSeconds();
  }

  @Test
  void pausesLongForNewTask() {
    assertThat(pause("{\"status\":\"pending\"}")).isEqualTo(72);
  }

  @Test
  void pausesShorterForUnknownModel() {
    assertThat(pause(DurationProfile.UNKNOWN_MODEL, "{\"status\":\"pending\"}")).isEqualTo(22);
  }

  @Test
  void pausesShorterForOldTask() {
    assertThat(pause("{\"status\":\"pending\",\"created_at\":\"2025-12-31T23:56:00Z\"}"))
        .isEqualTo(14);
  }

  @Test
  void ignoresImplausibleCreationDate() {
    assertThat(pause("{\"status\":\"pending\",\"created_at\":\"2026-01-01T08:00:00Z\"}"))
        .isEqualTo(72);
    assertThat(pause("{\"status\":\"pending\",\"created_at\":\"2025-01-01T00:00:00Z\"}"))
        .isEqualTo(72);
  }

  @Test
  void adaptsToProgress() {
    String early = "{\"status\":\"processing\",\"progress\":";
    assertThat(pause(early + "0}", early + "3}", early + "6}")).isEqualTo(106);
    assertThat(pause(early + "0}", early + "40}", early + "80}")).isEqualTo(2);
  }

  @Test
  void pausesLongerForQueuedTask() {
    String queued = "{\"status\":\"pending\",\"detail\":{\"pending_info\":{\"type\":\"video_gen\",";
    long plain = pause(queued + "\"progress_pct\":0}}}");
    long waiting = pause(queued + "\"estimated_queue_wait_time\":600}}}");
    long behind = pause(queued + "\"progress_pos_in_queue\":7}}}");
    assertThat(List.of(plain, behind, waiting)).containsExactly(72L, 73L, 84L);
  }
}
