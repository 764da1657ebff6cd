package io.github.videotasks.ext.polling;

import io.github.videotasks.client.JsonValue;
import io.github.videotasks.ext.payload.TaskId;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The members of one object of a snapshot, each of which must be there and of its type. */
final class SnapshotFields {

  /** No count and no time of a wait is larger; so sums of them do not overflow. */
  private static final long MOST = Integer.MAX_VALUE * 1_000L;

  private final JsonValue value;
  private final String path;
  private final Set<String> read = new HashSet<>();

  private SnapshotFields(JsonValue value, String path) {
    this.value = value;
    this.path = path;
  }

  static SnapshotFields root(JsonValue value) {
    return new SnapshotFields(object(value, "$"), "$");
  }

  static IllegalArgumentException refused(String path, String expected, String found) {
    return new IllegalArgumentException(
        "wait snapshot: expected " + expected + " at " + path + ", found " + found);
  }

  private static JsonValue object(JsonValue value, String path) {
    if (value.kind() != JsonValue.Kind.OBJECT) {
      throw refused(path, "an object", "a JSON " + value.kind());
    }
    return value;
  }

  private JsonValue member(String name) {
    read.add(name);
    JsonValue member = object(value, path).get(name);
    if (member == null) {
      throw refused(at(name), "a value", "none");
    }
    return member;
  }

  private String at(String name) {
    return path + "." + name;
  }

  private IllegalArgumentException wrong(String name, String expected) {
    return refused(at(name), expected, "a JSON " + member(name).kind() + " that is none");
  }

  String text(String name) {
    String text = member(name).asString();
    if (text == null) {
      throw wrong(name, "a text");
    }
    return text;
  }

  @Nullable String textOrNull(String name) {
    return member(name).isNull() ? null : text(name);
  }

  long whole(String name) {
    Long number = member(name).asLong();
    if (number == null || number < 0 || number > MOST) {
      throw wrong(name, "a whole number from 0 to " + MOST);
    }
    return number;
  }

  int count(String name) {
    long number = whole(name);
    if (number > Integer.MAX_VALUE / 2) {
      throw wrong(name, "a count");
    }
    return (int) number;
  }

  @Nullable Integer countOrNull(String name) {
    return member(name).isNull() ? null : count(name);
  }

  boolean flag(String name) {
    Boolean flag = member(name).asBoolean();
    if (flag == null) {
      throw wrong(name, "true or false");
    }
    return flag;
  }

  double positive(String name) {
    Double number = member(name).asDouble();
    if (number == null || !Double.isFinite(number) || number <= 0) {
      throw wrong(name, "a positive number");
    }
    return number;
  }

  Duration duration(String name) {
    return Duration.ofMillis(whole(name));
  }

  Instant time(String name) {
    try {
      return Instant.parse(text(name));
    } catch (DateTimeException e) {
      throw wrong(name, "a time such as 2026-01-01T00:00:00Z");
    }
  }

  TaskId id(String name) {
    try {
      return new TaskId(text(name));
    } catch (IllegalArgumentException e) {
      throw wrong(name, "a task id");
    }
  }

  <T extends Enum<T>> T oneOf(String name, Class<T> type) {
    String text = text(name);
    for (T constant : type.getEnumConstants()) {
      if (constant.name().equals(text)) {
        return constant;
      }
    }
    throw wrong(name, "a " + type.getSimpleName());
  }

  SnapshotFields object(String name) {
    JsonValue member = object(member(name), at(name));
    return new SnapshotFields(member, at(name));
  }

  @Nullable SnapshotFields objectOrNull(String name) {
    return member(name).isNull() ? null : object(name);
  }

  List<SnapshotFields> list(String name) {
    JsonValue list = member(name);
    if (list.kind() != JsonValue.Kind.ARRAY) {
      throw wrong(name, "a list");
    }
    List<SnapshotFields> all = new ArrayList<>();
    for (JsonValue element : list.elements()) {
      all.add(new SnapshotFields(element, at(name) + "[" + all.size() + "]"));
    }
    return all;
  }

  /** This element as a pair of age and percent. */
  Evidence.Reading reading() {
    List<JsonValue> pair = value.kind() == JsonValue.Kind.ARRAY ? value.elements() : List.of();
    Double age = pair.size() == 2 ? pair.get(0).asDouble() : null;
    Long percent = pair.size() == 2 ? pair.get(1).asLong() : null;
    if (age == null || !(age > 0) || percent == null || percent < 1 || percent > 99) {
      throw refused(path, "[age in seconds, percent from 1 to 99]", "something else");
    }
    return new Evidence.Reading(age, percent.intValue());
  }

  /** What this release does not know would be lost on the next writing. */
  void noOthers() {
    for (String name : value.members().keySet()) {
      if (!read.contains(name)) {
        throw refused(path, "no other members than those of this version", "one more");
      }
    }
  }
}
