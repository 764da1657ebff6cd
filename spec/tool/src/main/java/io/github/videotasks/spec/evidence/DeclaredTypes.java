package io.github.videotasks.spec.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The types that a declared schema admits or implies. */
final class DeclaredTypes {
  // Keywords that mean something for one type alone.
  private static final Map<String, List<String>> LIMITS =
      Map.of(
          "number", List.of("minimum", "maximum", "multipleOf"),
          "string", List.of("minLength", "maxLength", "pattern"),
          "array", List.of("minItems", "maxItems", "uniqueItems"),
          "object", List.of("minProperties", "maxProperties"));
  private static final Map<String, String> TYPES_BY_FORMAT =
      Map.of(
          "int32", "integer",
          "int64", "integer",
          "float", "number",
          "double", "number",
          "date-time", "string",
          "date", "string",
          "uuid", "string",
          "uri", "string",
          "byte", "string",
          "binary", "string");

  private DeclaredTypes() {}

  /**
   * Returns the types that a schema admits, without null: its {@code type}, the type that its
   * structure requires, or the types of its enum values; empty when it admits all types.
   */
  static Set<String> of(ObjectNode schema) {
    JsonNode type = schema.path("type");
    if (type.isTextual()) {
      return type.textValue().equals("null") ? Set.of() : Set.of(type.textValue());
    }
    Set<String> types = new LinkedHashSet<>();
    type.forEach(name -> types.add(name.asText()));
    types.remove("null");
    if (types.isEmpty()) {
      if (schema.has("properties") || MapKeys.declaresMap(schema)) {
        types.add("object");
      } else if (schema.has("items")) {
        types.add("array");
      } else {
        schema.path("enum").forEach(value -> add(types, value));
      }
    }
    return types;
  }

  /**
   * Returns the types that a schema implies without declaring them: those of its default and its
   * examples, and when it has no type, those of its format or its limits.
   */
  static Set<String> impliedBy(ObjectNode schema) {
    Set<String> types = new LinkedHashSet<>();
    String format = TYPES_BY_FORMAT.get(schema.path("format").asText());
    if (of(schema).isEmpty() && format != null) {
      types.add(format);
      return types;
    }
    add(types, schema.path("default"));
    add(types, schema.path("example"));
    if (schema.path("examples").isArray()) {
      schema.path("examples").forEach(value -> add(types, value));
    }
    if (of(schema).isEmpty()) {
      LIMITS.forEach(
          (type, keywords) -> {
            if (keywords.stream().anyMatch(schema::has)) {
              types.add(type);
            }
          });
    }
    return types;
  }

  private static void add(Set<String> types, JsonNode value) {
    if (!value.isMissingNode() && !value.isNull()) {
      types.add(JsonTypes.ofDeclared(value));
    }
  }
}
