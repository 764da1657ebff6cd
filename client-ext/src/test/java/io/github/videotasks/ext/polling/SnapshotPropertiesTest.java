package io.github.videotasks.ext.polling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.videotasks.ext.error.VideoTasksException;
import io.github.videotasks.ext.payload.TaskId;
import io.github.videotasks.ext.payload.TaskState;
import io.github.videotasks.ext.testing.TaskScript;
import io.github.videotasks.ext.testing.VirtualTime;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

/** Snapshots of waits with any history. */
class SnapshotPropertiesTest {

  private static final TaskId ID = new TaskId("sora-2:task_1");

  @Provide
  Arbitrary<List<String>> histories() {
    Arbitrary<String> running = Arbitraries.integers().between(-1, 200).map(i -> "processing " + i);
    Arbitrary<String> statusValues =
        Arbitraries.strings().withCharRange('a', 'z').ofMinLength(1).ofMaxLength(60);
    Arbitrary<String> others =
        Arbitraries.of("pending", "TASK_NOT_FOUND", "CONNECTION", "RATE_LIMITED PT7S", "succeeded");
    return Arbitraries.oneOf(running, statusValues, others).list().ofMaxSize(120);
  }

  /** Returns the snapshot after the steps, with a pause in milliseconds before each. */
  private static WaitSnapshot after(List<String> history, int millis) {
    VirtualTime time = new VirtualTime();
    PollSteps steps = PollSteps.of(WaitPolicy.defaults());
    WaitSnapshot snapshot = steps.begin("https://host/", "OPENAI", ID, time.now());
    for (String step : history) {
      time.advance(Duration.ofMillis(millis));
      snapshot = next(steps, snapshot, time, step).snapshot();
    }
    return snapshot;
  }

  private static PollDecision next(
      PollSteps steps, WaitSnapshot snapshot, VirtualTime time, String step) {
    CompletableFuture<TaskState> future =
        new TaskScript(time, step).fetch(ID, Duration.ofSeconds(1));
    return future
        .handle(
            (state, error) ->
                state == null
                    ? steps.afterError(snapshot, (VideoTasksException) error, time.now())
                    : steps.afterResponse(snapshot, state, time.now()))
        .join();
  }

  @Property(tries = 300)
  void roundTrip(
      @ForAll("histories") List<String> history, @ForAll @IntRange(max = 400_000) int millis) {
    WaitSnapshot snapshot = after(history, millis);
    WaitSnapshot read = WaitSnapshot.parse(snapshot.toJson());
    assertThat(read.toJson()).isEqualTo(snapshot.toJson()).doesNotContain("\n");
    assertThat(read.timeline()).isEqualTo(snapshot.timeline());
    assertThat(read.stage()).isEqualTo(snapshot.stage());
  }

  /** A snapshot of the version before differs only in the start of an outage. */
  @Property(tries = 200)
  void readPreviousVersion(
      @ForAll("histories") List<String> history, @ForAll @IntRange(max = 100_000) int millis) {
    WaitSnapshot snapshot = after(history, millis);
    String json = snapshot.toJson();
    String outage = "\"outage_ms\":(null|[0-9]+)";
    String previous = json.replace("\"version\":2", "\"version\":1").replaceFirst(outage + ",", "");
    boolean failing = snapshot.history().streaks().errors() > 0;
    String start = failing ? String.valueOf(snapshot.elapsed().toMillis()) : "null";
    assertThat(WaitSnapshot.parse(previous).toJson())
        .isEqualTo(json.replaceFirst(outage, "\"outage_ms\":" + start));
  }

  @Property(tries = 100)
  void staySmall(
      @ForAll("histories") @Size(min = 100) List<String> history,
      @ForAll @IntRange(min = 1, max = 10_000) int millis) {
    assertThat(after(history, millis).toJson().length()).isLessThan(8_192);
  }

  /** A truncated or changed text is rejected, or parsed as a complete snapshot. */
  @Property(tries = 500)
  void corruptJsonIsRejectedOrValid(
      @ForAll("histories") @Size(max = 9) List<String> history,
      @ForAll @IntRange(max = 2_000) int place,
      @ForAll @StringLength(max = 4) @AlphaChars @Chars({'"', '{', '}', ':', ',', '-', '9', '.'})
          String instead) {
    String json = after(history, 5_000).toJson();
    int at = place % json.length();
    String other = json.substring(0, at) + instead + json.substring(at + 1);
    try {
      WaitSnapshot read = WaitSnapshot.parse(other);
      assertThat(WaitSnapshot.parse(read.toJson()).toJson()).isEqualTo(read.toJson());
    } catch (IllegalArgumentException e) {
      assertThat(e).hasMessageStartingWith("wait snapshot: expected ");
    }
    String cut = json.substring(0, at);
    assertThatThrownBy(() -> WaitSnapshot.parse(cut))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("wait snapshot: expected ");
  }
}
