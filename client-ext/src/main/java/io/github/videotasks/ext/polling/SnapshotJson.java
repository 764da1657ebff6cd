package io.github.videotasks.ext.polling;

import com.squareup.moshi.JsonDataException;
import io.github.videotasks.client.runtime.JsonValue;
import io.github.videotasks.ext.payload.Stage;
import io.github.videotasks.ext.payload.TaskId;
import io.github.videotasks.ext.payload.TaskState;
import io.github.videotasks.ext.schedule.ProgressEvidence;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes and parses the JSON of snapshots. Every change of the format needs a new version, and a
 * reader for the version before it.
 *
 * <p>Version 2 has {@code in_row.outage_ms}, the time at which the outage began; version 1 only
 * counts the failures.
 */
final class SnapshotJson {

  static final int VERSION = 2;

  /** The oldest version that is read: always the one before. */
  private static final int OLDEST_VERSION = VERSION - 1;

  /** Far above the length of the largest snapshot, in characters. */
  private static final int MAX_LENGTH = 65_536;

  private SnapshotJson() {}

  static JsonValue write(WaitSnapshot snapshot) {
    PollHistory history = snapshot.history();
    Timeline timeline = history.timeline();
    Map<String, JsonValue> json = new LinkedHashMap<>();
    json.put("version", JsonValue.of(VERSION));
    json.put("gateway", JsonValue.of(snapshot.gateway()));
    json.put("way", JsonValue.of(snapshot.endpoint()));
    json.put("id", JsonValue.of(snapshot.id().value()));
    json.put("started", JsonValue.of(snapshot.startedAt().toString()));
    json.put("deadline", JsonValue.of(snapshot.deadline().toString()));
    json.put("elapsed_ms", millis(snapshot.elapsed()));
    json.put("polls", count(timeline.polls()));
    json.put("errors", count(timeline.errors()));
    json.put("rate_limited", count(timeline.rateLimited()));
    json.put("not_found", count(timeline.notFound()));
    json.put("went_back", count(timeline.regressions()));
    json.put("stalls", count(timeline.stalls()));
    json.put("stages", JsonValue.of(timeline.stages().stream().map(SnapshotJson::stage).toList()));
    json.put("in_row", streaks(history.streaks()));
    json.put("last", last(history.lastState()));
    json.put("age_at_start_ms", millis(history.ageAtStart()));
    json.put("changed_ms", millis(history.lastChangeAt()));
    json.put("schedule", evidence(history.evidence()));
    return JsonValue.of(json);
  }

  private static JsonValue stage(Timeline.StageChange entry) {
    Map<String, JsonValue> json = new LinkedHashMap<>();
    json.put("at_ms", millis(entry.at()));
    json.put("poll", count(entry.poll()));
    json.put("stage", JsonValue.of(entry.stage().name()));
    json.put("status", text(entry.status()));
    return JsonValue.of(json);
  }

  private static JsonValue streaks(PollHistory.Streaks streaks) {
    Map<String, JsonValue> json = new LinkedHashMap<>();
    json.put("errors", count(streaks.errors()));
    json.put(
        "outage_ms",
        streaks.outageSince() == null ? JsonValue.NULL : millis(streaks.outageSince()));
    json.put("not_found", count(streaks.notFound()));
    json.put("grace", count(streaks.gracePolls()));
    json.put("stalled", JsonValue.of(streaks.stalled()));
    return JsonValue.of(json);
  }

  private static JsonValue last(@Nullable TaskState last) {
    if (last == null) {
      return JsonValue.NULL;
    }
    Map<String, JsonValue> json = new LinkedHashMap<>();
    json.put("status", text(Timeline.statusExcerpt(last)));
    json.put("progress", last.progress() == null ? JsonValue.NULL : JsonValue.of(last.progress()));
    return JsonValue.of(json);
  }

  private static JsonValue evidence(ProgressEvidence evidence) {
    if (evidence.readings().isEmpty()) {
      return JsonValue.NULL;
    }
    List<JsonValue> readings = new ArrayList<>();
    for (ProgressEvidence.Reading reading : evidence.readings()) {
      readings.add(
          JsonValue.of(List.of(JsonValue.of(reading.age()), JsonValue.of(reading.percent()))));
    }
    Map<String, JsonValue> json = new LinkedHashMap<>();
    json.put("step", JsonValue.of(evidence.step()));
    json.put("low", JsonValue.of(evidence.low()));
    json.put("high", JsonValue.of(evidence.high()));
    json.put("resets", count(evidence.resets()));
    json.put("readings", JsonValue.of(readings));
    return JsonValue.of(json);
  }

  private static JsonValue millis(Duration duration) {
    return JsonValue.of(SnapshotLimits.limitMillis(duration));
  }

  private static JsonValue count(int count) {
    return JsonValue.of(SnapshotLimits.limitCount(count));
  }

  private static JsonValue text(@Nullable String text) {
    return text == null ? JsonValue.NULL : JsonValue.of(text);
  }

  static WaitSnapshot read(String json) {
    SnapshotFields all = SnapshotFields.root(parseJson(json));
    long version = all.nonNegativeLong("version");
    if (version < OLDEST_VERSION || version > VERSION) {
      throw SnapshotFields.invalid(
          "$.version",
          "version " + OLDEST_VERSION + " or " + VERSION,
          String.valueOf(version) + "; resume it with the release that wrote it");
    }
    TaskId id = all.id("id");
    Instant start = all.start("started");
    WaitSnapshot snapshot =
        new WaitSnapshot(
            all.name("gateway"),
            all.name("way"),
            id,
            start,
            all.deadline("deadline", start),
            all.duration("elapsed_ms"),
            readHistory(all, id, version));
    all.rejectUnknownProperties();
    return snapshot;
  }

  private static JsonValue parseJson(String json) {
    if (json.length() > MAX_LENGTH) {
      throw SnapshotFields.invalid(
          "$", "at most " + MAX_LENGTH + " characters", String.valueOf(json.length()));
    }
    try {
      return JsonValue.parse(json);
    } catch (JsonDataException e) {
      throw SnapshotFields.invalid("$", "JSON", json.isBlank() ? "a blank text" : "something else");
    }
  }

  private static PollHistory readHistory(SnapshotFields all, TaskId id, long version) {
    Timeline timeline =
        new Timeline(
            all.count("polls"),
            all.count("errors"),
            all.count("rate_limited"),
            all.count("not_found"),
            all.count("went_back"),
            all.count("stalls"),
            all.list("stages", Timeline.MAX_STAGES).stream().map(SnapshotJson::readStage).toList());
    SnapshotFields row = all.object("in_row");
    PollHistory.Streaks streaks =
        version == 1 ? readStreaksOfVersion1(row, all.duration("elapsed_ms")) : readStreaks(row);
    row.rejectUnknownProperties();
    return new PollHistory(
        timeline,
        streaks,
        readLast(all.objectOrNull("last"), id),
        null,
        all.duration("age_at_start_ms"),
        readEvidence(all.objectOrNull("schedule")),
        all.duration("changed_ms"));
  }

  private static PollHistory.Streaks readStreaks(SnapshotFields row) {
    return new PollHistory.Streaks(
        row.count("errors"),
        row.durationOrNull("outage_ms"),
        row.count("not_found"),
        row.count("grace"),
        row.bool("stalled"));
  }

  /**
   * The start of the outage is not known, so it begins at the time of the snapshot: a new version
   * never ends a wait earlier.
   */
  private static PollHistory.Streaks readStreaksOfVersion1(SnapshotFields row, Duration elapsed) {
    int errors = row.count("errors");
    return new PollHistory.Streaks(
        errors,
        errors == 0 ? null : elapsed,
        row.count("not_found"),
        row.count("grace"),
        row.bool("stalled"));
  }

  private static Timeline.StageChange readStage(SnapshotFields entry) {
    Timeline.StageChange read =
        new Timeline.StageChange(
            entry.duration("at_ms"),
            entry.count("poll"),
            entry.enumValue("stage", Stage.class),
            entry.statusOrNull("status"));
    entry.rejectUnknownProperties();
    return read;
  }

  private static @Nullable TaskState readLast(@Nullable SnapshotFields last, TaskId id) {
    if (last == null) {
      return null;
    }
    String status = last.statusOrNull("status");
    Integer progress = last.countOrNull("progress");
    last.rejectUnknownProperties();
    Map<String, JsonValue> json = new LinkedHashMap<>();
    json.put("status", text(status));
    json.put("progress", progress == null ? JsonValue.NULL : JsonValue.of(progress));
    return TaskState.of(id, JsonValue.of(json));
  }

  private static ProgressEvidence readEvidence(@Nullable SnapshotFields json) {
    if (json == null) {
      return ProgressEvidence.NONE;
    }
    List<ProgressEvidence.Reading> readings = new ArrayList<>();
    for (SnapshotFields reading : json.list("readings", SnapshotLimits.MAX_READINGS)) {
      readings.add(reading.progressReading());
    }
    if (readings.isEmpty()) {
      throw SnapshotFields.invalid("$.schedule.readings", "at least one element", "none");
    }
    double low = json.age("low");
    double high = json.age("high");
    if (high < low) {
      throw SnapshotFields.invalid("$.schedule.high", "at least $.schedule.low", "less");
    }
    ProgressEvidence evidence =
        new ProgressEvidence(json.percent("step"), low, high, json.count("resets"), readings);
    json.rejectUnknownProperties();
    return evidence;
  }
}
