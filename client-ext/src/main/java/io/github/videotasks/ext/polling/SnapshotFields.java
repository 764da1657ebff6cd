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

  /** Upper bound of counts and of times in ms, so that sums of them do not overflow. */
  private static final long MAX_VALUE = Integer.MAX_VALUE * 1_000L;

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

  @Nullable String stringOrNull(String name) {
    return property(name).isNull() ? null : string(name);
  }

  long nonNegativeLong(String name) {
    Long number = property(name).asLong();
    if (number == null || number < 0 || number > MAX_VALUE) {
      throw typeMismatch(name, "a whole number from 0 to " + MAX_VALUE);
    }
    return number;
  }

  int count(String name) {
    long number = nonNegativeLong(name);
    if (number > Integer.MAX_VALUE / 2) {
      throw typeMismatch(name, "a count");
    }
    return (int) number;
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

  double positiveDouble(String name) {
    Double number = property(name).asDouble();
    if (number == null || !Double.isFinite(number) || number <= 0) {
      throw typeMismatch(name, "a positive number");
    }
    return number;
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

  List<SnapshotFields> list(String name) {
    JsonValue array = property(name);
    if (array.kind() != JsonValue.Kind.ARRAY) {
      throw typeMismatch(name, "an array");
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
    if (age == null || !(age > 0) || percent == null || percent < 1 || percent > 99) {
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
