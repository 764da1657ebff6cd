package io.github.videotasks.ext.polling;

import io.github.videotasks.client.runtime.JsonValue;
import io.github.videotasks.ext.payload.TaskId;
import io.github.videotasks.ext.schedule.ProgressEvidence;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Strict reader for one JSON object of a snapshot: each property must be present and valid. */
final class SnapshotFields {

  private final JsonValue value;
  private final String path;
  private final Set<String> readNames = new HashSet<>();

  private SnapshotFields(JsonValue value, String path) {
    this.value = value;
    this.path = path;
  }

  static SnapshotFields root(JsonValue value) {
    return new SnapshotFields(object(value, "$"), "$");
  }

  static IllegalArgumentException invalid(String path, String expected, String found) {
    return new IllegalArgumentException(
        "wait snapshot: expected " + expected + " at " + path + ", found " + found);
  }

  private static JsonValue object(JsonValue value, String path) {
    if (value.kind() != JsonValue.Kind.OBJECT) {
      throw invalid(path, "an object", "a JSON " + value.kind());
    }
    return value;
  }

  private JsonValue property(String name) {
    readNames.add(name);
    JsonValue property = object(value, path).get(name);
    if (property == null) {
      throw invalid(pathOf(name), "a value", "none");
    }
    return property;
  }

  private String pathOf(String name) {
    return path + "." + name;
  }

  private IllegalArgumentException typeMismatch(String name, String expected) {
    return invalid(pathOf(name), expected, "an invalid JSON " + property(name).kind());
  }

  String string(String name) {
    String text = property(name).asString();
    if (text == null) {
      throw typeMismatch(name, "a string");
    }
    return text;
  }

  private String string(String name, int maxLength) {
    String text = string(name);
    if (text.length() > maxLength) {
      throw invalid(
          pathOf(name), "at most " + maxLength + " characters", String.valueOf(text.length()));
    }
    return text;
  }

  /** Parses the URL of a gateway or the name of an endpoint. */
  String name(String name) {
    return string(name, SnapshotLimits.MAX_NAME_LENGTH);
  }

  @Nullable String statusOrNull(String name) {
    return property(name).isNull() ? null : string(name, SnapshotLimits.MAX_STATUS_LENGTH);
  }

  long nonNegativeLong(String name) {
    return wholeNumber(name, SnapshotLimits.MAX_MILLIS);
  }

  private long wholeNumber(String name, long max) {
    Long number = property(name).asLong();
    if (number == null || number < 0 || number > max) {
      throw typeMismatch(name, "a whole number from 0 to " + max);
    }
    return number;
  }

  int count(String name) {
    return (int) wholeNumber(name, SnapshotLimits.MAX_COUNT);
  }

  int percent(String name) {
    return (int) wholeNumber(name, SnapshotLimits.MAX_PERCENT);
  }

  @Nullable Integer countOrNull(String name) {
    return property(name).isNull() ? null : count(name);
  }

  boolean bool(String name) {
    Boolean flag = property(name).asBoolean();
    if (flag == null) {
      throw typeMismatch(name, "true or false");
    }
    return flag;
  }

  /** Parses the age of a task in seconds. */
  double age(String name) {
    Double number = property(name).asDouble();
    if (number == null || !isAge(number)) {
      throw typeMismatch(
          name, "a number from " + SnapshotLimits.MIN_AGE + " to " + SnapshotLimits.MAX_AGE);
    }
    return number;
  }

  private static boolean isAge(double number) {
    return number >= SnapshotLimits.MIN_AGE && number <= SnapshotLimits.MAX_AGE;
  }

  Duration duration(String name) {
    return Duration.ofMillis(nonNegativeLong(name));
  }

  @Nullable Duration durationOrNull(String name) {
    return property(name).isNull() ? null : duration(name);
  }

  Instant instant(String name) {
    try {
      return Instant.parse(string(name));
    } catch (DateTimeException e) {
      throw typeMismatch(name, "a time such as 2026-01-01T00:00:00Z");
    }
  }

  /** Parses the start of a wait. */
  Instant start(String name) {
    Instant start = instant(name);
    if (start.isBefore(SnapshotLimits.FIRST_START) || start.isAfter(SnapshotLimits.LAST_START)) {
      throw invalid(
          pathOf(name),
          "a time from " + SnapshotLimits.FIRST_START + " to " + SnapshotLimits.LAST_START,
          String.valueOf(start));
    }
    return start;
  }

  /** Parses the deadline of a wait. */
  Instant deadline(String name, Instant start) {
    Instant deadline = instant(name);
    if (!deadline.isAfter(start)) {
      throw invalid(pathOf(name), "a time after $.started", "an earlier one");
    }
    if (Duration.between(start, deadline).compareTo(SnapshotLimits.MAX_TOTAL) > 0) {
      throw invalid(
          pathOf(name),
          "at most " + SnapshotLimits.MAX_TOTAL.toDays() + " days after $.started",
          String.valueOf(deadline));
    }
    return deadline;
  }

  TaskId id(String name) {
    try {
      return new TaskId(string(name));
    } catch (IllegalArgumentException e) {
      throw typeMismatch(name, "a task id");
    }
  }

  <T extends Enum<T>> T enumValue(String name, Class<T> type) {
    String text = string(name);
    for (T constant : type.getEnumConstants()) {
      if (constant.name().equals(text)) {
        return constant;
      }
    }
    throw typeMismatch(name, "a " + type.getSimpleName());
  }

  SnapshotFields object(String name) {
    JsonValue nested = object(property(name), pathOf(name));
    return new SnapshotFields(nested, pathOf(name));
  }

  @Nullable SnapshotFields objectOrNull(String name) {
    return property(name).isNull() ? null : object(name);
  }

  List<SnapshotFields> list(String name, int maxSize) {
    JsonValue array = property(name);
    if (array.kind() != JsonValue.Kind.ARRAY) {
      throw typeMismatch(name, "an array");
    }
    int size = array.elements().size();
    if (size > maxSize) {
      throw invalid(pathOf(name), "at most " + maxSize + " elements", String.valueOf(size));
    }
    List<SnapshotFields> all = new ArrayList<>();
    for (JsonValue element : array.elements()) {
      all.add(new SnapshotFields(element, pathOf(name) + "[" + all.size() + "]"));
    }
    return all;
  }

  /** Parses this array element as a pair of age in seconds and percent. */
  ProgressEvidence.Reading progressReading() {
    List<JsonValue> pair = value.kind() == JsonValue.Kind.ARRAY ? value.elements() : List.of();
    Double age = pair.size() == 2 ? pair.get(0).asDouble() : null;
    Long percent = pair.size() == 2 ? pair.get(1).asLong() : null;
    if (age == null || !isAge(age) || percent == null || percent < 1 || percent > 99) {
      throw invalid(path, "[age in seconds, percent from 1 to 99]", "something else");
    }
    return new ProgressEvidence.Reading(age, percent.intValue());
  }

  /** An unknown property would be lost when the snapshot is written again. */
  void rejectUnknownProperties() {
    for (String name : value.properties().keySet()) {
      if (!readNames.contains(name)) {
        throw invalid(path, "only properties of this version", "another one");
      }
    }
  }
}
