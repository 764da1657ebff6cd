package io.github.videotasks.ext.polling;

import com.squareup.moshi.JsonDataException;
import io.github.videotasks.client.JsonValue;
import io.github.videotasks.ext.payload.Stage;
import io.github.videotasks.ext.payload.TaskId;
import io.github.videotasks.ext.payload.TaskState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes and reads snapshots. Every change of the form needs another version. */
final class SnapshotJson {

  static final int VERSION = 1;

  /** Far above the largest one. */
  private static final int MAX_LENGTH = 65_536;

  private SnapshotJson() {}

  static JsonValue write(WaitSnapshot snapshot) {
    WaitMemory memory = snapshot.memory();
    Timeline timeline = memory.timeline();
    Map<String, JsonValue> json = new LinkedHashMap<>();
    json.put("version", JsonValue.of(VERSION));
    json.put("gateway", JsonValue.of(snapshot.gateway()));
    json.put("way", JsonValue.of(snapshot.way()));
    json.put("id", JsonValue.of(snapshot.id().value()));
    json.put("started", JsonValue.of(snapshot.startedAt().toString()));
    json.put("deadline", JsonValue.of(snapshot.deadline().toString()));
    json.put("elapsed_ms", millis(snapshot.elapsed()));
    json.put("polls", JsonValue.of(timeline.polls()));
    json.put("errors", JsonValue.of(timeline.errors()));
    json.put("rate_limited", JsonValue.of(timeline.rateLimited()));
    json.put("not_found", JsonValue.of(timeline.notFound()));
    json.put("went_back", JsonValue.of(timeline.wentBack()));
    json.put("stalls", JsonValue.of(timeline.stalls()));
    json.put("stages", JsonValue.of(timeline.stages().stream().map(SnapshotJson::stage).toList()));
    json.put("in_row", streaks(memory.streaks()));
    json.put("last", last(memory.last()));
    json.put("age_at_start_ms", millis(memory.ageAtStart()));
    json.put("changed_ms", millis(memory.changedAt()));
    json.put("schedule", evidence(memory.evidence()));
    return JsonValue.of(json);
  }

  private static JsonValue stage(Timeline.Entry entry) {
    Map<String, JsonValue> json = new LinkedHashMap<>();
    json.put("at_ms", millis(entry.at()));
    json.put("poll", JsonValue.of(entry.poll()));
    json.put("stage", JsonValue.of(entry.stage().name()));
    json.put("status", text(entry.status()));
    return JsonValue.of(json);
  }

  private static JsonValue streaks(WaitMemory.Streaks streaks) {
    Map<String, JsonValue> json = new LinkedHashMap<>();
    json.put("errors", JsonValue.of(streaks.errors()));
    json.put("not_found", JsonValue.of(streaks.notFound()));
    json.put("grace", JsonValue.of(streaks.grace()));
    json.put("stalled", JsonValue.of(streaks.stalled()));
    return JsonValue.of(json);
  }

  private static JsonValue last(@Nullable TaskState last) {
    if (last == null) {
      return JsonValue.NULL;
    }
    Map<String, JsonValue> json = new LinkedHashMap<>();
    json.put("status", text(Words.shown(last)));
    json.put("progress", last.progress() == null ? JsonValue.NULL : JsonValue.of(last.progress()));
    return JsonValue.of(json);
  }

  private static JsonValue evidence(Evidence evidence) {
    if (evidence.readings().isEmpty()) {
      return JsonValue.NULL;
    }
    List<JsonValue> readings = new ArrayList<>();
    for (Evidence.Reading reading : evidence.readings()) {
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
    SnapshotFields all = SnapshotFields.root(parsed(json));
    long version = all.whole("version");
    if (version != VERSION) {
      throw SnapshotFields.refused(
          "$.version",
          "version " + VERSION,
          String.valueOf(version) + "; resume it with the release that wrote it");
    }
    TaskId id = all.id("id");
    WaitSnapshot snapshot =
        new WaitSnapshot(
            all.text("gateway"),
            all.text("way"),
            id,
            all.time("started"),
            all.time("deadline"),
            all.duration("elapsed_ms"),
            memory(all, id));
    all.noOthers();
    if (!snapshot.deadline().isAfter(snapshot.startedAt())) {
      throw SnapshotFields.refused("$.deadline", "a time after $.started", "none");
    }
    return snapshot;
  }

  private static JsonValue parsed(String json) {
    if (json.length() > MAX_LENGTH) {
      throw SnapshotFields.refused(
          "$", "at most " + MAX_LENGTH + " characters", String.valueOf(json.length()));
    }
    try {
      return JsonValue.parse(json);
    } catch (JsonDataException e) {
      throw SnapshotFields.refused("$", "JSON", json.isBlank() ? "nothing" : "something else");
    }
  }

  private static WaitMemory memory(SnapshotFields all, TaskId id) {
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
    WaitMemory.Streaks streaks =
        new WaitMemory.Streaks(
            row.count("errors"), row.count("not_found"), row.count("grace"), row.flag("stalled"));
    row.noOthers();
    return new WaitMemory(
        timeline,
        streaks,
        readLast(all.objectOrNull("last"), id),
        null,
        all.duration("age_at_start_ms"),
        readEvidence(all.objectOrNull("schedule")),
        all.duration("changed_ms"));
  }

  private static Timeline.Entry readStage(SnapshotFields entry) {
    Timeline.Entry read =
        new Timeline.Entry(
            entry.duration("at_ms"),
            entry.count("poll"),
            entry.oneOf("stage", Stage.class),
            entry.textOrNull("status"));
    entry.noOthers();
    return read;
  }

  private static @Nullable TaskState readLast(@Nullable SnapshotFields last, TaskId id) {
    if (last == null) {
      return null;
    }
    String status = last.textOrNull("status");
    Integer progress = last.countOrNull("progress");
    last.noOthers();
    Map<String, JsonValue> json = new LinkedHashMap<>();
    json.put("status", text(status));
    json.put("progress", progress == null ? JsonValue.NULL : JsonValue.of(progress));
    return TaskState.of(id, JsonValue.of(json));
  }

  private static Evidence readEvidence(@Nullable SnapshotFields json) {
    if (json == null) {
      return Evidence.NONE;
    }
    List<Evidence.Reading> readings = new ArrayList<>();
    for (SnapshotFields reading : json.list("readings")) {
      readings.add(reading.reading());
    }
    Evidence evidence =
        new Evidence(
            json.count("step"),
            json.positive("low"),
            json.positive("high"),
            json.count("resets"),
            readings);
    json.noOthers();
    return evidence;
  }
}
