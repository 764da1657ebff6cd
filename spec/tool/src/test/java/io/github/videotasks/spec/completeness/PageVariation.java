package io.github.videotasks.spec.completeness;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A second page that describes the same operations a little differently. It only allows more than
 * the first, so that its examples stay valid.
 */
final class PageVariation {
  private static final Set<String> NOT_SCHEMAS = Set.of("example", "examples", "default", "enum");
  private static final List<String> REMOVABLE =
      List.of(
          "description",
          "title",
          "format",
          "default",
          "minLength",
          "maxLength",
          "minimum",
          "maximum",
          "minItems",
          "maxItems",
          "required",
          "deprecated",
          "uniqueItems");

  private final RandomChoices random;
  private final boolean modern;

  private PageVariation(RandomChoices random, boolean modern) {
    this.random = random;
    this.modern = modern;
  }

  static ObjectNode of(ObjectNode document, RandomChoices random) {
    ObjectNode copy = document.deepCopy();
    boolean modern = copy.path("openapi").asText().startsWith("3.1");
    new PageVariation(random, modern).change(copy);
    return copy;
  }

  private void change(ObjectNode document) {
    if (random.chance(30) && document.path("servers").path(0) instanceof ObjectNode server) {
      server.remove("variables");
      server.put("url", "https://host.example/other");
    }
    List<ObjectNode> schemas = new ArrayList<>();
    collectSchemas(document, schemas);
    int changes = random.below(4);
    for (int i = 0; i < changes && !schemas.isEmpty(); i++) {
      loosen(random.pick(schemas));
    }
    if (random.chance(20)) {
      dropOptionalParameter(document.path("paths"));
    }
  }

  private static void collectSchemas(JsonNode node, List<ObjectNode> schemas) {
    boolean schema = node.path("type").isTextual() && !node.has("in") && !node.has("scheme");
    if (schema && !node.has("flows") && node instanceof ObjectNode object) {
      schemas.add(object);
    }
    for (Map.Entry<String, JsonNode> child : node.properties()) {
      if (!NOT_SCHEMAS.contains(child.getKey())) {
        collectSchemas(child.getValue(), schemas);
      }
    }
    if (node.isArray()) {
      node.forEach(item -> collectSchemas(item, schemas));
    }
  }

  private void loosen(ObjectNode schema) {
    switch (random.below(3)) {
      case 0 -> Nullability.allow(schema, modern);
      case 1 -> {
        if (schema.path("type").asText().equals("string")
            && schema.path("enum") instanceof ArrayNode values) {
          values.add("new");
        }
      }
      default -> schema.remove(random.pick(REMOVABLE));
    }
  }

  private static void dropOptionalParameter(JsonNode paths) {
    for (JsonNode item : paths) {
      for (JsonNode operation : item) {
        if (operation.path("parameters") instanceof ArrayNode parameters && !parameters.isEmpty()) {
          parameters.remove(parameters.size() - 1);
          return;
        }
      }
    }
  }
}
