package io.github.videotasks.spec.diff;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.tree.JsonNodes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Compares keywords whose meaning does not depend on their location. */
final class KeywordChanges {
  private static final Set<String> TEXTS =
      Set.of("title", "description", "summary", "externalDocs", "example", "examples", "xml");

  /** Lists of what the examples show, in the order of the pages, which means nothing. */
  private static final Set<String> SETS =
      Set.of("x-shapes", "x-extensible-enum", "x-providers", "x-declared");

  private final ChangeCollector changes;

  KeywordChanges(ChangeCollector changes) {
    this.changes = changes;
  }

  /**
   * Compares all properties of two objects except those that another class compares. An unknown
   * property counts as breaking, so that a keyword of a later specification is never missed.
   *
   * @param comparedElsewhere the names of the properties to skip
   */
  void compare(
      ContractLocation location, JsonNode before, JsonNode after, Set<String> comparedElsewhere) {
    TreeSet<String> keys = new TreeSet<>();
    before.fieldNames().forEachRemaining(keys::add);
    after.fieldNames().forEachRemaining(keys::add);
    keys.removeAll(comparedElsewhere);
    for (String key : keys) {
      if (!isSame(key, before.path(key), after.path(key))) {
        changes.add(
            impact(key),
            location.text(),
            key + " changed",
            textOf(before, key),
            textOf(after, key));
      }
    }
  }

  private static boolean isSame(String key, JsonNode before, JsonNode after) {
    return SETS.contains(key)
        ? withoutOrder(before).equals(withoutOrder(after))
        : before.equals(after);
  }

  /** Sorts the lists in a value by their text. */
  private static JsonNode withoutOrder(JsonNode value) {
    if (value.isArray()) {
      List<JsonNode> items = new ArrayList<>();
      value.forEach(item -> items.add(withoutOrder(item)));
      items.sort(Comparator.comparing(JsonNode::toString));
      return JsonNodes.array().addAll(items);
    }
    if (value.isObject()) {
      ObjectNode sorted = JsonNodes.object();
      value.properties().forEach(e -> sorted.set(e.getKey(), withoutOrder(e.getValue())));
      return sorted;
    }
    return value;
  }

  /** Compares properties that only people read. */
  void compareTexts(ContractLocation location, JsonNode before, JsonNode after) {
    TreeSet<String> keys = new TreeSet<>();
    before.fieldNames().forEachRemaining(keys::add);
    after.fieldNames().forEachRemaining(keys::add);
    keys.forEach(
        key ->
            changes.addIfDifferent(
                Impact.NONE, location, key + " changed", textOf(before, key), textOf(after, key)));
  }

  /** Tags affect generated code, because generators group the operations by tag. */
  private static Impact impact(String key) {
    if (TEXTS.contains(key) || key.startsWith("x-")) {
      return Impact.NONE;
    }
    return key.equals("tags") ? Impact.BREAKING_FOR_GENERATED_CODE : Impact.BREAKING;
  }

  static String textOf(JsonNode object, String key) {
    JsonNode value = object.path(key);
    return value.isMissingNode() ? "" : value.isTextual() ? value.textValue() : value.toString();
  }
}
