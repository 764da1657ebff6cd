package io.github.videotasks.spec.diff;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.tree.JsonNodes;
import io.github.videotasks.spec.tree.OpenApiObject;
import io.github.videotasks.spec.tree.OpenApiWalker;
import java.util.List;
import java.util.Map;

/**
 * Makes a copy of a contract of which openapi-diff misses nothing and on which it does not fail.
 */
final class OpenApiDiffInput {
  private static final List<String> STRUCTURE_KEYWORDS =
      List.of("properties", "allOf", "oneOf", "anyOf", "not");

  private OpenApiDiffInput() {}

  static ObjectNode of(ObjectNode contract) {
    ObjectNode copy = contract.deepCopy();
    OpenApiWalker.walkDocument(copy, (kind, node, pointer) -> prepare(kind, node));
    return copy;
  }

  private static void prepare(OpenApiObject kind, ObjectNode node) {
    switch (kind) {
      // It throws on requirements that name no scheme; AccessChanges compares them.
      case DOCUMENT, OPERATION -> node.remove("security");
      case PATH_ITEM -> inlineSharedParameters(node);
      case SCHEMA -> prepareSchema(node);
      default -> {
        // Walked as it is.
      }
    }
  }

  /**
   * Parameters of a path item are not walked, so every operation gets its copy. A parameter that
   * says not where it stands is none: the models hold a null for it, on which the walk fails.
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
      // A part that says nothing is read as a null.
      if (schema.path(parts) instanceof ArrayNode list) {
        list.removeIf(part -> !part.isObject() || part.isEmpty());
        if (list.isEmpty()) {
          schema.remove(parts);
        }
      }
    }
    String ref = SchemaRefs.target(schema);
    if (ref != null) {
      // Beside texts it is unrolled into each place that uses it; a bare one is walked once.
      schema.removeAll();
      schema.put("$ref", ref);
    } else if (!schema.has("type") && STRUCTURE_KEYWORDS.stream().noneMatch(schema::has)) {
      // The models take a schema without a type for an object, and an unknown type for nothing.
      schema.put("type", "string").put("format", TypeChanges.ANY_TYPE);
    } else if (schema.path("type").asText().equals("array") && !schema.has("items")) {
      schema.set("items", JsonNodes.object());
    }
  }
}
