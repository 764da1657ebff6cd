package io.github.videotasks.spec.diff;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.tree.JsonNodes;
import io.github.videotasks.spec.tree.OpenApiObject;
import io.github.videotasks.spec.tree.OpenApiWalker;
import java.util.List;
import java.util.Map;

/** Rewrites a copy of a contract so that openapi-diff neither misses changes nor fails on it. */
final class OpenApiDiffInput {
  private static final List<String> STRUCTURE_KEYWORDS =
      List.of("properties", "allOf", "oneOf", "anyOf", "not");

  private OpenApiDiffInput() {}

  static ObjectNode of(ObjectNode contract) {
    ObjectNode copy = contract.deepCopy();
    OpenApiWalker.walkDocument(copy, (kind, node) -> prepare(kind, node));
    return copy;
  }

  private static void prepare(OpenApiObject kind, ObjectNode node) {
    switch (kind) {
      // It throws on requirements for an undeclared scheme; SecurityChanges compares them.
      case DOCUMENT, OPERATION -> node.remove("security");
      case PATH_ITEM -> inlineSharedParameters(node);
      case SCHEMA -> prepareSchema(node);
      default -> {
        // Needs no change.
      }
    }
  }

  /**
   * Copies the parameters of a path item into each operation, because openapi-diff ignores them
   * there. A parameter without {@code in} or {@code name} is dropped: the models contain null for
   * it, on which openapi-diff fails.
   */
  private static void inlineSharedParameters(ObjectNode path) {
    JsonNode shared = path.path("parameters");
    path.remove("parameters");
    for (Map.Entry<String, JsonNode> entry : List.copyOf(path.properties())) {
      if (entry.getValue() instanceof ObjectNode operation && operation.has("responses")) {
        ArrayNode all = JsonNodes.array();
        shared.forEach(p -> all.add(p.deepCopy()));
        operation.path("parameters").forEach(all::add);
        all.removeIf(p -> !p.has("$ref") && !(p.has("in") && p.has("name")));
        operation.set("parameters", all);
      }
    }
  }

  private static void prepareSchema(ObjectNode schema) {
    for (String parts : List.of("allOf", "oneOf", "anyOf")) {
      // An empty part becomes null in the models.
      if (schema.path(parts) instanceof ArrayNode list) {
        list.removeIf(part -> !part.isObject() || part.isEmpty());
        if (list.isEmpty()) {
          schema.remove(parts);
        }
      }
    }
    String ref = SchemaRefs.target(schema);
    if (ref != null) {
      // Without its other keywords, the reference is compared once and not expanded at each use.
      schema.removeAll();
      schema.put("$ref", ref);
    } else if (!schema.has("type") && STRUCTURE_KEYWORDS.stream().noneMatch(schema::has)) {
      // The models read a schema without a type as an object, and drop an unknown type.
      schema.put("type", "string").put("format", TypeChanges.ANY_TYPE);
    } else if (schema.path("type").asText().equals("array") && !schema.has("items")) {
      schema.set("items", JsonNodes.object());
    }
  }
}
