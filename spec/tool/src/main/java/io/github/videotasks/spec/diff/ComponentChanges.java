package io.github.videotasks.spec.diff;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Compares the component schemas. Their names become class names in generated code. */
final class ComponentChanges {
  private final JsonNode before;
  private final JsonNode after;
  private final ChangeCollector changes;
  private final SupplementarySchemaChanges schemas;
  private final SchemaUsage usageBefore;
  private final SchemaUsage usageAfter;

  ComponentChanges(
      JsonNode before,
      JsonNode after,
      ChangeCollector changes,
      SupplementarySchemaChanges schemas) {
    this.before = before.path("components").path("schemas");
    this.after = after.path("components").path("schemas");
    this.changes = changes;
    this.schemas = schemas;
    this.usageBefore = SchemaUsage.of(before);
    this.usageAfter = SchemaUsage.of(after);
  }

  void add() {
    Map<String, JsonNode> removed = new TreeMap<>();
    Map<String, JsonNode> added = new TreeMap<>();
    for (Map.Entry<String, JsonNode> entry : before.properties()) {
      if (after.has(entry.getKey())) {
        compareSchema(entry.getKey(), entry.getValue(), after.path(entry.getKey()));
      } else {
        removed.put(entry.getKey(), entry.getValue());
      }
    }
    for (Map.Entry<String, JsonNode> entry : after.properties()) {
      if (!before.has(entry.getKey())) {
        added.put(entry.getKey(), entry.getValue());
      }
    }
    detectRenames(removed, added);
    removed
        .keySet()
        .forEach(
            name ->
                changes.add(
                    Impact.BREAKING_FOR_GENERATED_CODE, name, "schema removed", null, null));
    added
        .keySet()
        .forEach(name -> changes.add(Impact.COMPATIBLE, name, "schema added", null, null));
  }

  /** A removed schema and an added one with equal content are reported as a rename. */
  private void detectRenames(Map<String, JsonNode> removed, Map<String, JsonNode> added) {
    for (Map.Entry<String, JsonNode> old : Map.copyOf(removed).entrySet()) {
      String match = null;
      for (Map.Entry<String, JsonNode> now : added.entrySet()) {
        if (match == null && now.getValue().equals(old.getValue())) {
          match = now.getKey();
        }
      }
      if (match != null) {
        removed.remove(old.getKey());
        added.remove(match);
        changes.add(
            Impact.BREAKING_FOR_GENERATED_CODE,
            old.getKey(),
            "schema renamed",
            old.getKey(),
            match);
      }
    }
  }

  private void compareSchema(String name, JsonNode old, JsonNode now) {
    Set<Direction> directions = EnumSet.noneOf(Direction.class);
    directions.addAll(usageBefore.of(name));
    directions.addAll(usageAfter.of(name));
    directions.forEach(
        direction -> schemas.compare(new ContractLocation(name, direction), old, now));
    if (directions.isEmpty() && !old.equals(now)) {
      changes.add(
          Impact.BREAKING_FOR_GENERATED_CODE,
          name,
          "schema that no operation uses changed",
          null,
          null);
    }
  }
}
