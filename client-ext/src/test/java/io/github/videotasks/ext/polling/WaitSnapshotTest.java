package io.github.videotasks.ext.polling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.videotasks.client.runtime.JsonValue;
import io.github.videotasks.ext.payload.Stage;
import io.github.videotasks.ext.payload.TaskId;
import io.github.videotasks.ext.payload.TaskState;
import io.github.videotasks.ext.schedule.PollSchedule;
import io.github.videotasks.ext.testing.TaskScript;
import io.github.videotasks.ext.testing.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WaitSnapshotTest {

  private static final TaskId ID = new TaskId("sora-2:task_1");
  private static final WaitPolicy EVERY_TEN =
      WaitPolicy.defaults()
          .withSchedule(PollSchedule.fixed(Duration.ofSeconds(10)))
          .withJitter(0)
          .withDeadline(Duration.ofSeconds(100));

  private final VirtualTime time = new VirtualTime();

  private TaskPoller poller(String... steps) {
    return new TaskPoller("https://host/", new TaskScript(time, steps), time, RateLimits.DEFAULTS);
  }

  private WaitSnapshot afterHalfAMinute() {
    TaskWatch watch =
        poller("pending", "CONNECTION", "processing 20", "processing 30")
            .watch(ID, EVERY_TEN, TaskListener.none());
    time.advance(Duration.ofSeconds(35));
    WaitSnapshot snapshot = watch.snapshot();
    watch.result().cancel(true);
    return snapshot;
  }

  @Test
  void writesOneLineOfJson() {
    assertThat(afterHalfAMinute().toJson())
        .isEqualTo(
            "{\"version\":2,\"gateway\":\"https://host/\",\"way\":\"\",\"id\":\"sora-2:task_1\","
                + "\"started\":\"2026-01-01T00:00:00Z\",\"deadline\":\"2026-01-01T00:01:40Z\","
                + "\"elapsed_ms\":35000,\"polls\":4,\"errors\":1,\"rate_limited\":0,"
                + "\"not_found\":0,\"went_back\":0,\"stalls\":0,\"stages\":["
                + "{\"at_ms\":0,\"poll\":1,\"stage\":\"QUEUED\",\"status\":\"pending\"},"
                + "{\"at_ms\":20000,\"poll\":3,\"stage\":\"RUNNING\",\"status\":\"processing\"}],"
                + "\"in_row\":{\"errors\":0,\"outage_ms\":null,\"not_found\":0,\"grace\":0,"
                + "\"stalled\":false},"
                + "\"last\":{\"status\":\"processing\",\"progress\":30},\"age_at_start_ms\":0,"
                + "\"changed_ms\":30000,\"schedule\":{\"step\":10,\"low\":75.0,\"high\":100.0,"
                + "\"resets\":0,\"readings\":[[20.0,20],[30.0,30]]}}");
  }

  @Test
  void roundTrips() {
    WaitSnapshot snapshot = afterHalfAMinute();
    WaitSnapshot read = WaitSnapshot.parse(snapshot.toJson());
    assertThat(read.toJson()).isEqualTo(snapshot.toJson());
    assertThat(read.history().evidence()).isEqualTo(snapshot.history().evidence());
    assertThat(read.stage()).isEqualTo(Stage.RUNNING);
    assertThat(read).hasToString("WaitSnapshot[sora-2:task_1, RUNNING, 4 polls]");
  }

  @Test
  void resumesWithAttemptsAndDeadline() {
    WaitSnapshot snapshot = WaitSnapshot.parse(afterHalfAMinute().toJson());
    time.advance(Duration.ofSeconds(25));
    TaskScript script = new TaskScript(time, "processing 60");
    TaskWatch resumed =
        new TaskPoller("https://host/", script, time, RateLimits.DEFAULTS)
            .resume(snapshot, EVERY_TEN, TaskListener.none());
    time.advance(Duration.ofSeconds(40));
    assertThat(script.pollTimes()).containsExactly(0L, 10L, 20L, 30L, 39L);
    assertThat(resumed.timeline().polls()).isEqualTo(9);
    assertThatThrownBy(resumed.result()::join)
        .hasCauseInstanceOf(WaitTimeoutException.class)
        .hasMessageContaining("within PT1M40S")
        .hasMessageContaining("attempts: 9; elapsed: 100000 ms");
  }

  @Test
  void pollsOnceAfterExpiredDeadline() {
    WaitSnapshot snapshot = afterHalfAMinute();
    time.advance(Duration.ofHours(5));
    TaskWatch resumed = poller("completed").resume(snapshot, EVERY_TEN, TaskListener.none());
    assertThat(resumed.result().join().stage()).isEqualTo(Stage.SUCCEEDED);
  }

  @Test
  void ignoresClockGoingBack() {
    WaitSnapshot snapshot = afterHalfAMinute();
    VirtualTime early = new VirtualTime();
    TaskWatch resumed =
        new TaskPoller(
                "https://host/", new TaskScript(early, "pending"), early, RateLimits.DEFAULTS)
            .resume(snapshot, EVERY_TEN, TaskListener.none());
    early.advance(Duration.ofSeconds(65));
    assertThat(resumed.result()).isCompletedExceptionally();
  }

  @Test
  void reportsSnapshotAfterEachPoll() {
    List<Integer> polls = new ArrayList<>();
    TaskListener listener =
        new TaskListener() {
          @Override
          public void onChange(TaskState state) {}

          @Override
          public void onPoll(WaitSnapshot snapshot) {
            polls.add(snapshot.timeline().polls());
          }
        };
    poller("pending", "SERVER_ERROR", "TASK_NOT_FOUND", "pending", "completed")
        .watch(ID, EVERY_TEN, listener);
    time.advance(Duration.ofMinutes(2));
    assertThat(polls).containsExactly(1, 2, 3, 4);
  }

  @Test
  void rejectsSnapshotOfOtherGateway() {
    WaitSnapshot snapshot = afterHalfAMinute();
    TaskPoller other =
        new TaskPoller(
            "https://other/", new TaskScript(time, "pending"), time, RateLimits.DEFAULTS);
    assertThatThrownBy(() -> other.resume(snapshot, EVERY_TEN, TaskListener.none()))
        .hasMessage(
            "wait snapshot of task sora-2:task_1: expected the gateway https://other/, found"
                + " https://host/; resume it with a client of that gateway");
  }

  @Test
  void containsNoUrlPromptOrSecret() {
    TaskPoller poller =
        new TaskPoller(
            "https://host/",
            (id, limit) ->
                CompletableFuture.completedFuture(
                    TaskState.of(
                        id,
                        JsonValue.parse(
                            "{\"status\":\"Bearer sk-abcdefgh\",\"prompt\":\"a"
                                + " cat\",\"url\":\"https://h/v.mp4?sig=x\"}"))),
            time,
            RateLimits.DEFAULTS);
    String json = poller.watch(ID, EVERY_TEN, TaskListener.none()).snapshot().toJson();
    assertThat(json).doesNotContain("sk-abcdefgh", "a cat", "sig=x", "v.mp4");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"version\":2 | \"version\":3 | expected version 1 or 2 at $.version, found 3; resume it"
            + " with the release that wrote it",
        "\"version\":2 | \"version\":0 | expected version 1 or 2 at $.version, found 0; resume it"
            + " with the release that wrote it",
        "\"version\":2 | \"version\":1 | expected only properties of this version at $.in_row,"
            + " found another one",
        "\"outage_ms\":null, | '' | expected a value at $.in_row.outage_ms, found none",
        "\"outage_ms\":null | \"outage_ms\":-1 | expected a whole number from 0 to 2147483647000 at"
            + " $.in_row.outage_ms, found an invalid JSON number",
        "\"polls\":4 | \"polls\":-4 | expected a whole number from 0 to 1073741823 at $.polls,"
            + " found an invalid JSON number",
        "\"polls\":4 | \"poll\":4 | expected a value at $.polls, found none",
        "\"polls\":4 | \"polls\":4,\"more\":1 | expected only properties of this version at $,"
            + " found another one",
        "QUEUED | WAITING | expected a Stage at $.stages[0].stage, found an invalid JSON string",
        "[20.0,20] | [20.0] | expected [age in seconds, percent from 1 to 99] at"
            + " $.schedule.readings[0], found something else",
        "01:40Z | 99:40Z | expected a time such as 2026-01-01T00:00:00Z at $.deadline, found an"
            + " invalid JSON string",
        "00:01:40Z | 00:00:00Z | expected a time after $.started at $.deadline, found an earlier"
            + " one",
        "sora-2:task_1 | a/b | expected a task id at $.id, found an invalid JSON string",
        "{\"version\" | [\"version\" | expected JSON at $, found something else",
      })
  void rejectsInvalidJson(String part, String replacement, String problem) {
    String json = afterHalfAMinute().toJson().replace(part, replacement);
    assertThatThrownBy(() -> WaitSnapshot.parse(json))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("wait snapshot: " + problem);
  }
}
