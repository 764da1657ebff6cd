package io.github.videotasks.spec.diff;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tells which schemas of the components are sent, which are received, and which are neither. */
final class SchemaUsage {
  private static final String SCHEMA_PREFIX = "#/components/schemas/";

  private final JsonNode root;
  private final Map<String, EnumSet<Direction>> directions = new HashMap<>();

  private SchemaUsage(JsonNode root) {
    this.root = root;
  }

  static SchemaUsage of(JsonNode root) {
    SchemaUsage reach = new SchemaUsage(root);
    for (JsonNode path : root.path("paths")) {
      reach.collect(path.path("parameters"), Direction.REQUEST);
      for (JsonNode operation : path) {
        reach.collect(operation.path("parameters"), Direction.REQUEST);
        reach.collect(operation.path("requestBody"), Direction.REQUEST);
        reach.collect(operation.path("responses"), Direction.RESPONSE);
      }
    }
    return reach;
  }

  /** Gives which ways a schema travels; none when no operation leads to it. */
  Set<Direction> of(String schema) {
    return directions.getOrDefault(SCHEMA_PREFIX + schema, EnumSet.noneOf(Direction.class));
  }

  /** A queue and not recursion: a chain of references may be as long as the document. */
  private void collect(JsonNode start, Direction direction) {
    ArrayDeque<JsonNode> open = new ArrayDeque<>(List.of(start));
    while (!open.isEmpty()) {
      JsonNode node = open.remove();
      JsonNode ref = node.path("$ref");
      if (ref.isTextual()
          && directions
              .computeIfAbsent(ref.textValue(), r -> EnumSet.noneOf(Direction.class))
              .add(direction)) {
        open.add(SchemaRefs.resolve(root, node));
      }
      node.forEach(open::add);
    }
  }
}
