package io.github.videotasks.spec.merge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.page.SpecDocument;
import io.github.videotasks.spec.tree.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The security schemes of all documents, and the requirements that name them. */
final class SecurityUnion {
  private final Map<String, JsonNode> schemes = new LinkedHashMap<>();
  private final Map<String, JsonNode> requirements = new LinkedHashMap<>();

  SecurityUnion(List<SpecDocument> documents) {
    for (SpecDocument document : documents) {
      document
          .root()
          .path("components")
          .path("securitySchemes")
          .properties()
          .forEach(e -> schemes.putIfAbsent(e.getKey(), e.getValue()));
      document
          .root()
          .path("security")
          .forEach(r -> requirements.putIfAbsent(Json.fingerprint(r), r));
    }
  }

  ObjectNode schemes() {
    ObjectNode all = Json.object();
    schemes.forEach((name, scheme) -> all.set(name, scheme.deepCopy()));
    return all;
  }

  ArrayNode requirements() {
    ArrayNode all = Json.array();
    requirements.values().forEach(r -> all.add(r.deepCopy()));
    return all;
  }
}
