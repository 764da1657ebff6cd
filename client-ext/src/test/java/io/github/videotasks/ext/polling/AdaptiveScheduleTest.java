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

/** Single pauses; {@link ScheduleSimulationTest} measures their sum. */
class AdaptiveScheduleTest {

  private static final Instant CLOCK = Instant.parse("2026-01-01T00:00:00Z");
  private static final TaskId ID = new TaskId("model:1");

  private static TaskState state(String json) {
    return TaskState.of(ID, JsonValue.parse(json));
  }

  /** A model with the durations of real tasks, learned from a hundred tasks. */
  private static final DurationProfile KNOWN =
      new DurationProfile(
          DurationProfile.UNKNOWN_MODEL.mu(), DurationProfile.UNKNOWN_MODEL.sigma(), 100);

  private static long pause(String... responses) {
    return pause(KNOWN, responses);
  }

  /** Returns the pause in whole seconds after the responses, one every 10 s. */
  private static long pause(DurationProfile model, String... responses) {
    WaitPolicy policy = WaitPolicy.defaults().withJitter(0);
    WaitSnapshot snapshot = PollSteps.of(policy).begin("https://host/", "", ID, CLOCK);
    PollDecision.PollAgain decision = null;
    for (int i = 0; i < responses.length; i++) {
      PollContext context =
          new PollContext(
              ID,
              policy,
              Duration.ofSeconds(10L * i),
              Duration.ofHours(1),
              CLOCK.plusSeconds(10L * i),
              model,
              true,
              0);
      decision =
          (PollDecision.PollAgain)
              PollDecisions.afterResponse(context, snapshot, state(responses[i]));
      snapshot = decision.snapshot();
    }
    return decision == null ? -1 : decision.pause().toSeconds();
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
    long notQueued = pause(queued + "\"progress_pct\":0}}}");
    long estimated = pause(queued + "\"estimated_queue_wait_time\":600}}}");
    long position = pause(queued + "\"progress_pos_in_queue\":7}}}");
    assertThat(List.of(notQueued, position, estimated)).containsExactly(72L, 73L, 84L);
  }
}
