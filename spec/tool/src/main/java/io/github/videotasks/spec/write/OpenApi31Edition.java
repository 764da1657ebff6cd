package io.github.videotasks.spec.write;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.tree.DeclaredForms;
import io.github.videotasks.spec.tree.ExclusiveLimits;
import io.github.videotasks.spec.tree.OpenApiObject;
import io.github.videotasks.spec.tree.OpenApiWalker;

/**
 * Converts the 3.0.3 contract to OpenAPI 3.1: {@code nullable} becomes a type list, a nullable
 * reference becomes an {@code anyOf} of the reference and null, a binary string becomes a schema
 * without a type, an exclusive limit becomes a number, and an enum of one value becomes {@code
 * const}.
 */
public final class OpenApi31Edition {
  private OpenApi31Edition() {}

  /**
   * {@return the OpenAPI 3.1 edition; the contract is not changed}
   *
   * @param contract the contract; not changed
   */
  public static ObjectNode of(ObjectNode contract) {
    ObjectNode edition = contract.deepCopy();
    edition.put("openapi", "3.1.0");
    OpenApiWalker.walkDocument(
        edition,
        (kind, node, pointer) -> {
          if (kind == OpenApiObject.SCHEMA) {
            convertSchema(node);
            convertForms(node);
          }
        });
    return edition;
  }

  private static void convertForms(ObjectNode schema) {
    for (ObjectNode form : DeclaredForms.schemas(schema)) {
      OpenApiWalker.walk(
          OpenApiObject.SCHEMA,
          form,
          "",
          (kind, node, pointer) -> {
            convertSchema(node);
            convertForms(node);
          });
    }
  }

  private static void convertSchema(ObjectNode schema) {
    if (schema.path("format").asText().equals("binary")) {
      schema.remove("format");
      schema.remove("type");
      schema.put("contentMediaType", "application/octet-stream");
    }
    ExclusiveLimits.toNumbers(schema);
    if (schema.remove("example") != null && schema.has("x-extensible-enum")) {
      schema.set("examples", schema.get("x-extensible-enum").deepCopy());
    }
    JsonNode nullable = schema.remove("nullable");
    JsonNode type = schema.get("type");
    if (nullable == null || !nullable.asBoolean() || type == null) {
      if (schema.path("enum").size() == 1) {
        schema.set("const", schema.remove("enum").get(0));
      }
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
