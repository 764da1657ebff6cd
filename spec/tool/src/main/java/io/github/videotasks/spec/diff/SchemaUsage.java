package io.github.videotasks.spec.diff;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Index of the component schemas by use: in requests, in responses, in both or in neither. */
final class SchemaUsage {
  private static final String SCHEMA_PREFIX = "#/components/schemas/";

  private final JsonNode root;
  private final Map<String, EnumSet<Direction>> directions = new HashMap<>();

  private SchemaUsage(JsonNode root) {
    this.root = root;
  }

  static SchemaUsage of(JsonNode root) {
    SchemaUsage usage = new SchemaUsage(root);
    for (JsonNode path : root.path("paths")) {
      usage.collect(path.path("parameters"), Direction.REQUEST);
      for (JsonNode operation : path) {
        usage.collect(operation.path("parameters"), Direction.REQUEST);
        usage.collect(operation.path("requestBody"), Direction.REQUEST);
        usage.collect(operation.path("responses"), Direction.RESPONSE);
      }
    }
    return usage;
  }

  /** Returns the directions in which a schema is used; empty when no operation refers to it. */
  Set<Direction> of(String schema) {
    return directions.getOrDefault(SCHEMA_PREFIX + schema, EnumSet.noneOf(Direction.class));
  }

  /** Uses a queue instead of recursion: a chain of references may be as long as the document. */
  private void collect(JsonNode start, Direction direction) {
    ArrayDeque<JsonNode> queue = new ArrayDeque<>(List.of(start));
    while (!queue.isEmpty()) {
      JsonNode node = queue.remove();
      JsonNode ref = node.path("$ref");
      if (ref.isTextual()
          && directions
              .computeIfAbsent(ref.textValue(), r -> EnumSet.noneOf(Direction.class))
              .add(direction)) {
        queue.add(SchemaRefs.resolve(root, node));
      }
      node.forEach(queue::add);
    }
  }
}
