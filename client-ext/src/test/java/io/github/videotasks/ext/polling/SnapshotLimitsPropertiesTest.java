package io.github.videotasks.ext.polling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.videotasks.ext.error.ErrorDetails;
import io.github.videotasks.ext.error.ErrorKind;
import io.github.videotasks.ext.error.VideoTasksException;
import io.github.videotasks.ext.payload.TaskId;
import io.github.videotasks.ext.testing.TaskScript;
import io.github.videotasks.ext.testing.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** Snapshots with values at the limits: each text that can be parsed can be resumed. */
class SnapshotLimitsPropertiesTest {

  private static final TaskId ID = new TaskId("sora-2:task_1");

  /** A part of a valid snapshot, as a format, and the values that replace it. */
  private static final Map<String, List<String>> PARTS = new LinkedHashMap<>();

  static {
    List<String> counts =
        List.of("0", "1", "31", "1073741823", "1073741824", "2147483647", "-1", "1e9", "1e999");
    List<String> times =
        List.of("0", "1", "2147483646999", "2147483647000", "2147483647001", "1e12", "1.5", "-1");
    List<String> ages =
        List.of("1", "1e-9", "9e-10", "1e12", "1.1e12", "4.9e-324", "1e308", "1e999", "0", "-0.0");
    List<String> dates =
        List.of(
            "2026-01-01T00:00:00Z",
            "2025-12-31T23:30:00.000000001Z",
            "1900-01-01T00:00:00Z",
            "1900-01-01T00:30:00Z",
            "1899-12-31T23:59:59.999999999Z",
            "2200-01-01T00:00:00Z",
            "2200-01-01T00:00:00.000000001Z",
            "2400-01-01T00:00:00Z",
            "+1000000000-12-31T23:59:59.999999999Z",
            "-1000000000-01-01T00:00:00Z",
            "-1000000000-01-01T00:30:00Z");
    List<String> statusValues =
        List.of(
            "null",
            "\"\"",
            "\"processing\"",
            "\"completed\"",
            "\"failed\"",
            "\"expired\"",
            text(100),
            text(101),
            text(60_000));
    for (String part :
        List.of("polls", "errors", "rate_limited", "not_found", "went_back", "stalls")) {
      PARTS.put("\"" + part + "\":0,", counts);
    }
    PARTS.put("\"poll\":1", counts);
    PARTS.put("\"grace\":0", counts);
    PARTS.put("\"resets\":0", counts);
    PARTS.put("\"step\":10", List.of("0", "1", "100", "101", "1073741823", "-1"));
    PARTS.put("\"progress\":30", List.of("null", "0", "99", "100", "101", "1073741823", "-1"));
    for (String part : List.of("elapsed_ms", "at_ms", "age_at_start_ms", "changed_ms")) {
      PARTS.put("\"" + part + "\":0", times);
    }
    PARTS.put("\"outage_ms\":null", List.of("null", "0", "2147483647000", "2147483647001"));
    PARTS.put("\"low\":75.0", ages);
    PARTS.put("\"high\":100.0", ages);
    PARTS.put(
        "\"readings\":[[20.0,20]]",
        List.of(
            "[]",
            "[[20,20]]",
            "[[1e-9,1]]",
            "[[1e12,99]]",
            "[[1e999,9]]",
            repeat(32),
            repeat(33),
            repeat(10_500)));
    PARTS.put(
        "\"started\":\"2026-01-01T00:00:00Z\"", dates.stream().map(d -> '"' + d + '"').toList());
    PARTS.put(
        "\"deadline\":\"2026-01-01T00:30:00Z\"", dates.stream().map(d -> '"' + d + '"').toList());
    PARTS.put("\"way\":\"\"", List.of("\"\"", text(2_048), text(2_049), text(20_000)));
    PARTS.put("\"status\":null", statusValues);
    PARTS.put("\"status\":\"processing\"", statusValues);
    PARTS.put("\"stage\":\"RUNNING\"", List.of("\"QUEUED\"", "\"SUCCEEDED\"", "\"FAILED\""));
  }

  private static final String VALID =
      "{\"version\":2,\"gateway\":\"https://host/\",\"way\":\"\",\"id\":\"sora-2:task_1\","
          + "\"started\":\"2026-01-01T00:00:00Z\",\"deadline\":\"2026-01-01T00:30:00Z\","
          + "\"elapsed_ms\":0,\"polls\":0,\"errors\":0,\"rate_limited\":0,\"not_found\":0,"
          + "\"went_back\":0,\"stalls\":0,\"stages\":[{\"at_ms\":0,\"poll\":1,"
          + "\"stage\":\"RUNNING\",\"status\":null}],\"in_row\":{\"errors\":0,\"outage_ms\":null,"
          + "\"not_found\":0,\"grace\":0,\"stalled\":false},\"last\":{\"status\":\"processing\","
          + "\"progress\":30},\"age_at_start_ms\":0,\"changed_ms\":0,\"schedule\":{\"step\":10,"
          + "\"low\":75.0,\"high\":100.0,\"resets\":0,\"readings\":[[20.0,20]]}}";

  /** A text whose every character needs six characters in JSON. */
  private static String text(int length) {
    return '"' + "\u2028".repeat(length) + '"';
  }

  private static String repeat(int readings) {
    return "[" + "[9,9],".repeat(readings - 1) + "[9,9]]";
  }

  @Provide
  Arbitrary<String> snapshots() {
    List<Map.Entry<String, String>> replacements = new ArrayList<>();
    PARTS.forEach((part, values) -> values.forEach(v -> replacements.add(Map.entry(part, v))));
    // Both dates far from now are rare among all replacements.
    Arbitrary<Map.Entry<String, String>> dates =
        Arbitraries.of(
            replacements.stream().filter(entry -> entry.getKey().contains("01-01T")).toList());
    return Arbitraries.oneOf(Arbitraries.of(replacements), dates)
        .set()
        .ofMinSize(1)
        .ofMaxSize(4)
        .map(
            chosen -> {
              String json = VALID;
              for (Map.Entry<String, String> replacement : chosen) {
                String part = replacement.getKey();
                String name = part.substring(0, part.indexOf(':') + 1);
                String end = part.endsWith(",") ? "," : "";
                json = json.replace(part, name + replacement.getValue() + end);
              }
              return json;
            });
  }

  @Example
  void eachPartIsInTheValidSnapshot() {
    assertThat(PARTS.keySet()).allSatisfy(part -> assertThat(VALID).contains(part));
    assertThat(WaitSnapshot.parse(VALID).toJson()).isEqualTo(VALID);
  }

  @Property(tries = 3_000)
  void acceptedTextCanBeResumed(@ForAll("snapshots") String json) {
    WaitSnapshot snapshot;
    try {
      snapshot = WaitSnapshot.parse(json);
    } catch (IllegalArgumentException e) {
      Statistics.collect("rejected");
      assertThat(e).hasMessageMatching("wait snapshot: expected .+ at \\$[a-z_.\\[\\]0-9]*, .*");
      return;
    }
    Statistics.collect("accepted");
    assertParseable(snapshot);
    VirtualTime time = new VirtualTime();
    TaskPoller poller =
        new TaskPoller(
            "https://host/",
            new TaskScript(time, "processing 40", "CONNECTION", "TASK_NOT_FOUND", "processing 20"),
            time,
            RateLimits.DEFAULTS);
    TaskWatch watch = poller.resume(snapshot, WaitPolicy.defaults(), TaskListener.none());
    assertParseable(watch.snapshot());
    time.advance(Duration.ofMinutes(3));
    assertParseable(watch.snapshot());
    assertThat(watch.result().handle((state, error) -> error).getNow(null))
        .satisfiesAnyOf(
            none -> assertThat(none).isNull(),
            error -> assertThat(error).isInstanceOf(VideoTasksException.class));
  }

  @Property(tries = 3_000)
  void acceptedTextHasNextStep(@ForAll("snapshots") String json, @ForAll("times") Instant now) {
    WaitSnapshot snapshot;
    try {
      snapshot = WaitSnapshot.parse(json);
    } catch (IllegalArgumentException rejected) {
      return;
    }
    PollSteps steps = PollSteps.of(WaitPolicy.defaults());
    TaskScript script = new TaskScript(new VirtualTime(), "processing 40");
    assertParseable(
        steps
            .afterResponse(snapshot, script.fetch(ID, Duration.ofSeconds(1)).join(), now)
            .snapshot());
    VideoTasksException error =
        VideoTasksException.of("broken", ErrorDetails.of(ErrorKind.CONNECTION), null);
    assertParseable(steps.afterError(snapshot, error, now).snapshot());
  }

  @Provide
  Arbitrary<Instant> times() {
    return Arbitraries.of(
        Instant.parse("1970-01-01T00:00:00Z"),
        Instant.parse("2026-01-01T00:00:01Z"),
        Instant.parse("2100-01-01T00:00:00Z"));
  }

  private static void assertParseable(WaitSnapshot snapshot) {
    String json = snapshot.toJson();
    assertThat(WaitSnapshot.parse(json).toJson()).isEqualTo(json);
  }

  @Example
  void namesTheStartThatIsTooEarly() {
    String json = VALID.replace("2026-01-01T00:00:00Z", "-1000000000-01-01T00:00:00Z");
    assertThatThrownBy(() -> WaitSnapshot.parse(json))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "wait snapshot: expected a time from 1900-01-01T00:00:00Z to 2200-01-01T00:00:00Z at"
                + " $.started, found -1000000000-01-01T00:00:00Z");
  }
}
