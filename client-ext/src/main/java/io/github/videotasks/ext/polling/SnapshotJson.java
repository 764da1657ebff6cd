package io.github.videotasks.ext.polling;

import com.squareup.moshi.JsonDataException;
import io.github.videotasks.client.runtime.JsonValue;
import io.github.videotasks.ext.payload.Stage;
import io.github.videotasks.ext.payload.TaskId;
import io.github.videotasks.ext.payload.TaskState;
import io.github.videotasks.ext.schedule.ProgressEvidence;
import java.time.Duration;
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
    json.put("polls", JsonValue.of(timeline.polls()));
    json.put("errors", JsonValue.of(timeline.errors()));
    json.put("rate_limited", JsonValue.of(timeline.rateLimited()));
    json.put("not_found", JsonValue.of(timeline.notFound()));
    json.put("went_back", JsonValue.of(timeline.regressions()));
    json.put("stalls", JsonValue.of(timeline.stalls()));
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
    json.put("poll", JsonValue.of(entry.poll()));
    json.put("stage", JsonValue.of(entry.stage().name()));
    json.put("status", text(entry.status()));
    return JsonValue.of(json);
  }

  private static JsonValue streaks(PollHistory.Streaks streaks) {
    Map<String, JsonValue> json = new LinkedHashMap<>();
    json.put("errors", JsonValue.of(streaks.errors()));
    json.put(
        "outage_ms",
        streaks.outageSince() == null ? JsonValue.NULL : millis(streaks.outageSince()));
    json.put("not_found", JsonValue.of(streaks.notFound()));
    json.put("grace", JsonValue.of(streaks.gracePolls()));
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
    json.put("resets", JsonValue.of(evidence.resets()));
    json.put("readings", JsonValue.of(readings));
    return JsonValue.of(json);
  }

  private static JsonValue millis(Duration duration) {
    return JsonValue.of(duration.toMillis());
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
    WaitSnapshot snapshot =
        new WaitSnapshot(
            all.string("gateway"),
            all.string("way"),
            id,
            all.instant("started"),
            all.instant("deadline"),
            all.duration("elapsed_ms"),
            readHistory(all, id, version));
    all.rejectUnknownProperties();
    if (!snapshot.deadline().isAfter(snapshot.startedAt())) {
      throw SnapshotFields.invalid("$.deadline", "a time after $.started", "an earlier one");
    }
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
            all.list("stages").stream().map(SnapshotJson::readStage).toList());
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
            entry.stringOrNull("status"));
    entry.rejectUnknownProperties();
    return read;
  }

  private static @Nullable TaskState readLast(@Nullable SnapshotFields last, TaskId id) {
    if (last == null) {
      return null;
    }
    String status = last.stringOrNull("status");
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
    for (SnapshotFields reading : json.list("readings")) {
      readings.add(reading.progressReading());
    }
    ProgressEvidence evidence =
        new ProgressEvidence(
            json.count("step"),
            json.positiveDouble("low"),
            json.positiveDouble("high"),
            json.count("resets"),
            readings);
    json.rejectUnknownProperties();
    return evidence;
  }
}
