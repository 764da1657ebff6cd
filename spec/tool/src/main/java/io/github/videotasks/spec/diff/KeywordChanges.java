package io.github.videotasks.spec.diff;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;

/** Compares members that mean the same wherever they stand. */
final class KeywordChanges {
  private static final Set<String> TEXTS =
      Set.of("title", "description", "summary", "externalDocs", "example", "examples", "xml");

  private final ChangeCollector changes;

  KeywordChanges(ChangeCollector changes) {
    this.changes = changes;
  }

  /**
   * Compares all members of two objects but those that somebody else walks. What is not known is
   * taken to break, so that a keyword of a later specification is never passed over.
   */
  void compare(ContractLocation spot, JsonNode before, JsonNode after, Set<String> walked) {
    TreeSet<String> keys = new TreeSet<>();
    before.fieldNames().forEachRemaining(keys::add);
    after.fieldNames().forEachRemaining(keys::add);
    keys.removeAll(walked);
    for (String key : keys) {
      if (!before.path(key).equals(after.path(key))) {
        changes.add(
            impact(key), spot.text(), key + " changed", textOf(before, key), textOf(after, key));
      }
    }
  }

  /** Compares members that only people read. */
  void compareTexts(ContractLocation spot, JsonNode before, JsonNode after) {
    TreeSet<String> keys = new TreeSet<>();
    before.fieldNames().forEachRemaining(keys::add);
    after.fieldNames().forEachRemaining(keys::add);
    keys.forEach(
        key ->
            changes.addIfDifferent(
                Impact.NONE, spot, key + " changed", textOf(before, key), textOf(after, key)));
  }

  /** Generated code is grouped by tags. */
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
