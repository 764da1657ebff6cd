package io.github.videotasks.spec.write;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.tree.OpenApiObject;
import io.github.videotasks.spec.tree.OpenApiWalker;

/**
 * Turns the 3.0.3 contract into OpenAPI 3.1, mechanically: {@code nullable} becomes a type list, a
 * nullable reference becomes a choice between null and the reference, binary text becomes an empty
 * schema.
 */
public final class OpenApi31Edition {
  private OpenApi31Edition() {}

  /** Gives the 3.1 edition; the contract itself stays as it is. */
  public static ObjectNode of(ObjectNode contract) {
    ObjectNode edition = contract.deepCopy();
    edition.put("openapi", "3.1.0");
    OpenApiWalker.walkDocument(
        edition,
        (kind, node, pointer) -> {
          if (kind == OpenApiObject.SCHEMA) {
            convertSchema(node);
          }
        });
    return edition;
  }

  private static void convertSchema(ObjectNode schema) {
    if (schema.path("format").asText().equals("binary")) {
      schema.remove("format");
      schema.remove("type");
      schema.put("contentMediaType", "application/octet-stream");
    }
    JsonNode nullable = schema.remove("nullable");
    JsonNode type = schema.get("type");
    if (nullable == null || !nullable.asBoolean() || type == null) {
      return;
    }
    if (schema.remove("allOf") instanceof ArrayNode references) {
      schema.remove("type");
      ArrayNode either = schema.putArray("anyOf");
      either.addAll(references);
      either.addObject().put("type", "null");
    } else {
      schema.putArray("type").add(type).add("null");
      if (schema.get("enum") instanceof ArrayNode values) {
        values.addNull();
      }
    }
  }
}
