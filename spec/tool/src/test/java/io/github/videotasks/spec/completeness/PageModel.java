package io.github.videotasks.spec.completeness;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * A page: its name, its text, and the second parser's model of it.
 *
 * @param name the name of the page, such as {@code pages/a.yaml}
 * @param text the text with the line of each value
 * @param document the document itself; it resolves references that the parser's model does not keep
 * @param model the second parser's model of the document
 */
record PageModel(String name, PageText text, ObjectNode document, ObjectNode model) {
  /** Reads a page; as JSON, because the parser does not read every YAML. */
  static PageModel of(String name, ObjectNode document, PageText text) {
    ObjectNode model = OpenApiModelTree.read(PageText.json(document).text());
    useDeclaredTypes(model, document);
    return new PageModel(name, text, document, model);
  }

  /** Replaces the types that the parser infers from other keywords of a schema. */
  private static void useDeclaredTypes(JsonNode model, JsonNode document) {
    if (model instanceof ObjectNode object && document.isObject() && !document.has("type")) {
      object.remove("type");
    } else if (model instanceof ObjectNode object && model.path("type").asText().equals("array")) {
      object.set("type", document.get("type"));
    }
    for (Map.Entry<String, JsonNode> child : model.properties()) {
      useDeclaredTypes(child.getValue(), document.path(child.getKey()));
    }
    for (int i = 0; i < model.size() && model.isArray(); i++) {
      useDeclaredTypes(model.get(i), document.path(i));
    }
  }

  ModelPlace root() {
    return new ModelPlace(this, JsonPointer.empty(), model, null);
  }

  int lineOf(JsonPointer pointer) {
    return text.lineOf(pointer);
  }

  /** Follows references to the value itself; a cycle is a missing value. */
  ModelPlace resolve(ModelPlace place) {
    Set<String> seen = new HashSet<>();
    ModelPlace at = place;
    while (at.node().path("$ref").isTextual()) {
      String reference = at.node().get("$ref").asText();
      if (!reference.startsWith("#/") || !seen.add(reference)) {
        return new ModelPlace(this, at.pointer(), MissingNode.getInstance(), at);
      }
      at = target(at, reference);
    }
    return at;
  }

  /** Returns the place that a reference names. */
  ModelPlace target(ModelPlace from, String reference) {
    String fragment = reference.substring(1).replace("+", "%2B");
    JsonPointer pointer = JsonPointer.compile(URLDecoder.decode(fragment, StandardCharsets.UTF_8));
    JsonNode node = model.at(pointer);
    return new ModelPlace(this, pointer, node.isMissingNode() ? document.at(pointer) : node, from);
  }
}
