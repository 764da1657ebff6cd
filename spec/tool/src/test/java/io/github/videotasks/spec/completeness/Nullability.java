package io.github.videotasks.spec.completeness;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** How a schema says that null is a valid value, in OpenAPI 3.0 and in 3.1. */
final class Nullability {
  private Nullability() {}

  /** Allows null in a schema with a type. */
  static void allow(ObjectNode schema, boolean modern) {
    JsonNode type = schema.path("type");
    if (!type.isTextual() || schema.has("enum") || schema.has("const")) {
      return;
    }
    if (modern) {
      schema.putArray("type").add(type.textValue()).add("null");
    } else {
      schema.put("nullable", true);
    }
  }

  /** Returns whether the keywords of a schema itself declare that null is a valid value. */
  static boolean declared(JsonNode schema) {
    return schema.path("nullable").asBoolean()
        || schema.path("type").asText().equals("null")
        || contains(schema.path("type"), "null")
        || (schema.has("const") && schema.path("const").isNull());
  }

  private static boolean contains(JsonNode types, String type) {
    for (JsonNode one : types) {
      if (one.asText().equals(type)) {
        return true;
      }
    }
    return false;
  }
}
