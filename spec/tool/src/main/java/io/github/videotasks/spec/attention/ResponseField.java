package io.github.videotasks.spec.attention;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * One field of the responses of a contract: what schemas declare and what examples show at one JSON
 * path. A field of several operations is one field.
 */
final class ResponseField {
  private static final String STRING = "string";
  private static final Pattern URL = Pattern.compile("(?i)\\s*https?://\\S{1,8000}\\s*");
  private static final Pattern STATUS_VALUE = Pattern.compile("\\P{Cntrl}{1,64}");

  /** Real status fields have fewer than a hundred values. */
  private static final int MAX_VALUES = 1_000;

  private final List<String> path;
  private final String location;
  private final Set<String> types = new TreeSet<>();
  private final Set<String> declared = new TreeSet<>();
  private final Map<String, Set<ShownValue>> shown = new TreeMap<>();
  private final Set<ShownValue> urls = new TreeSet<>();
  private final Set<ShownValue> otherTexts = new TreeSet<>();

  /**
   * Creates a field without evidence.
   *
   * @param path the names of the properties from the root of the response on, without lists
   * @param location its place in the contract, such as {@code VideoTask.status}
   */
  ResponseField(List<String> path, String location) {
    this.path = List.copyOf(path);
    this.location = location;
  }

  /** Adds what a schema declares. */
  void addSchema(JsonNode schema) {
    if (schema.path("type").isTextual()) {
      types.add(schema.path("type").textValue());
    }
    // The values of a closed enum are compared as part of the type.
    for (JsonNode value : schema.path("x-extensible-enum")) {
      if (value.isTextual() && declared.size() < MAX_VALUES) {
        declared.add(value.textValue());
      }
    }
  }

  /** Adds a value of an example. */
  void addValue(JsonNode value, ShownValue where) {
    if (!value.isNull()) {
      types.add(value.isTextual() ? STRING : value.getNodeType().name().toLowerCase(Locale.ROOT));
    }
    if (!value.isTextual() || value.textValue().isBlank()) {
      return;
    }
    String text = value.textValue();
    if (URL.matcher(text).matches()) {
      urls.add(where);
    } else if (STATUS_VALUE.matcher(text).matches()
        && (shown.containsKey(text) || shown.size() < MAX_VALUES)) {
      shown.computeIfAbsent(text, v -> new TreeSet<>()).add(where);
    } else {
      otherTexts.add(where);
    }
  }

  List<String> path() {
    return path;
  }

  /** Returns the path as text, such as {@code detail.status}. */
  String pathText() {
    return String.join(".", path);
  }

  String location() {
    return location;
  }

  /** Returns the values that schemas list and that examples show, sorted. */
  Set<String> values() {
    Set<String> all = new TreeSet<>(declared);
    all.addAll(shown.keySet());
    return all;
  }

  /** Returns where examples show a value. */
  Set<ShownValue> shown(String value) {
    return shown.getOrDefault(value, Set.of());
  }

  /** Returns where examples show a URL. */
  Set<ShownValue> urls() {
    return urls;
  }

  /** Returns where examples show any text. */
  Set<ShownValue> texts() {
    Set<ShownValue> all = new TreeSet<>(urls);
    all.addAll(otherTexts);
    shown.values().forEach(all::addAll);
    return all;
  }

  /**
   * Returns whether the field looks like a kind of place, by its name or by its values.
   *
   * @param tables the status values that are recognized
   */
  boolean looksLike(PlaceKind kind, AttentionTables tables) {
    String name = path.isEmpty() ? "" : path.get(path.size() - 1);
    return switch (kind) {
      case URL -> !urls.isEmpty() || (kind.matchesName(name) && mayBe(STRING));
      case FAILURE ->
          kind.matchesName(name) && (mayBe(STRING) || mayBe("object") || mayBe("array"));
      case STATUS -> isStatus() || showsStatusValues(tables);
    };
  }

  /** Returns whether the field is a status by its name. */
  boolean isStatus() {
    return !path.isEmpty()
        && PlaceKind.STATUS.matchesName(path.get(path.size() - 1))
        && mayBe(STRING);
  }

  private boolean mayBe(String type) {
    return types.isEmpty() || types.contains(type);
  }

  private boolean showsStatusValues(AttentionTables tables) {
    StatusTable statuses = tables.statuses();
    return statuses != null
        && !shown.isEmpty()
        && otherTexts.isEmpty()
        && urls.isEmpty()
        && shown.keySet().stream().allMatch(statuses::knows);
  }
}
