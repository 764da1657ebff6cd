package io.github.videotasks.spec.diff;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;

/** Compares keywords whose meaning does not depend on their location. */
final class KeywordChanges {
  private static final Set<String> TEXTS =
      Set.of("title", "description", "summary", "externalDocs", "example", "examples", "xml");

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
      if (!before.path(key).equals(after.path(key))) {
        changes.add(
            impact(key),
            location.text(),
            key + " changed",
            textOf(before, key),
            textOf(after, key));
      }
    }
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
