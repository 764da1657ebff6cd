package io.github.videotasks.spec.write;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.tree.OpenApiObject;
import io.github.videotasks.spec.tree.OpenApiWalker;
import java.util.List;
import java.util.Map;

/** Sorts the keys of a document into reading order, for example {@code title} first. */
final class KeyOrder {
  private static final Map<OpenApiObject, List<String>> ORDER =
      Map.of(
          OpenApiObject.DOCUMENT,
          List.of("openapi", "info", "servers", "security", "tags", "paths", "components"),
          OpenApiObject.INFO,
          List.of("title", "summary", "description", "version"),
          OpenApiObject.OPERATION,
          List.of(
              "operationId",
              "summary",
              "description",
              "tags",
              "servers",
              "parameters",
              "requestBody",
              "responses",
              "security"),
          OpenApiObject.PARAMETER,
          List.of(
              "name",
              "in",
              "description",
              "required",
              "style",
              "explode",
              "allowReserved",
              "schema",
              "content"),
          OpenApiObject.SCHEMA,
          List.of(
              "title",
              "type",
              "format",
              "nullable",
              "description",
              "allOf",
              "items",
              "required",
              "properties",
              "additionalProperties"),
          OpenApiObject.COMPONENTS,
          List.of("schemas", "securitySchemes"));

  private KeyOrder() {}

  static void sort(ObjectNode document) {
    OpenApiWalker.walkDocument(document, (kind, node) -> sort(node, of(kind)));
  }

  /** Returns the sorted keys of a kind of object. */
  static List<String> of(OpenApiObject kind) {
    return ORDER.getOrDefault(kind, List.of());
  }

  private static void sort(ObjectNode node, List<String> order) {
    if (isSorted(node, order)) {
      return;
    }
    ObjectNode old = node.objectNode();
    old.setAll(node);
    node.removeAll();
    for (String key : order) {
      JsonNode value = old.remove(key);
      if (value != null) {
        node.set(key, value);
      }
    }
    node.setAll(old);
  }

  private static boolean isSorted(ObjectNode node, List<String> order) {
    int last = -1;
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      int at = order.indexOf(entry.getKey());
      int position = at < 0 ? order.size() : at;
      if (position < last) {
        return false;
      }
      last = position;
    }
    return true;
  }
}
