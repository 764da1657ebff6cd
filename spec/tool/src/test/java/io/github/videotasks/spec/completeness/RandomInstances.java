package io.github.videotasks.spec.completeness;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.videotasks.spec.tree.JsonNodes;
import java.util.HashSet;
import java.util.Set;

/**
 * Random instances of the schemas of {@link RandomSchemas}, each valid for its schema; only enums
 * of digits are shown as integers.
 */
final class RandomInstances {
  private static final int MAX_DEPTH = 6;

  private final RandomChoices random;
  private final ObjectNode components;

  RandomInstances(RandomChoices random, ObjectNode components) {
    this.random = random;
    this.components = components;
  }

  JsonNode of(JsonNode schema) {
    return of(schema, 0);
  }

  private JsonNode of(JsonNode declared, int depth) {
    JsonNode schema = resolve(declared);
    if (Nullability.declared(schema) && random.chance(25)) {
      return NullNode.instance;
    }
    if (schema.has("const")) {
      return schema.get("const");
    }
    if (schema.has("enum")) {
      JsonNode value = schema.get("enum").get(random.below(schema.get("enum").size()));
      // Many pages declare texts and show integers.
      return value.asText().matches("[0-2]") ? IntNode.valueOf(value.asInt()) : value;
    }
    if (schema.has("allOf")) {
      ObjectNode all = JsonNodes.object();
      schema.get("allOf").forEach(part -> all.setAll(object(resolve(part), depth + 1)));
      return all;
    }
    for (String keyword : new String[] {"oneOf", "anyOf"}) {
      if (schema.has(keyword)) {
        return of(schema.get(keyword).get(random.below(schema.get(keyword).size())), depth + 1);
      }
    }
    JsonNode types = schema.path("type");
    return switch (types.isArray() ? types.get(0).asText() : types.asText()) {
      case "string" -> text(schema);
      case "integer" -> IntNode.valueOf(random.pick(1, 2, 7, 30));
      // A whole number is a valid number, and pages show it.
      case "number" -> random.chance(60) ? IntNode.valueOf(1) : DoubleNode.valueOf(2.5);
      case "boolean" -> BooleanNode.valueOf(random.chance(50));
      case "array" -> array(schema, depth);
      case "object" -> object(schema, depth);
      default -> TextNode.valueOf("free");
    };
  }

  private JsonNode resolve(JsonNode schema) {
    JsonNode resolved = schema;
    while (resolved.has("$ref")) {
      String name = resolved.get("$ref").asText();
      resolved = components.path(name.substring(name.lastIndexOf('/') + 1));
    }
    return resolved;
  }

  private JsonNode array(JsonNode schema, int depth) {
    ArrayNode array = JsonNodes.array();
    int minimum = schema.path("minItems").asInt();
    int count = depth > MAX_DEPTH ? minimum : Math.max(minimum, random.below(2));
    for (int i = 0; i < count; i++) {
      array.add(of(schema.path("items"), depth + 1));
    }
    return array;
  }

  private ObjectNode object(JsonNode schema, int depth) {
    ObjectNode object = JsonNodes.object();
    Set<String> required = new HashSet<>();
    schema.path("required").forEach(name -> required.add(name.asText()));
    schema
        .path("properties")
        .properties()
        .forEach(
            property -> {
              if (required.contains(property.getKey())
                  || (depth < MAX_DEPTH && random.chance(70))) {
                object.set(property.getKey(), of(property.getValue(), depth + 1));
              }
            });
    if (schema.path("additionalProperties").isObject() && depth < MAX_DEPTH && random.chance(50)) {
      object.set("k1", of(schema.path("additionalProperties"), depth + 1));
    }
    return object;
  }

  private JsonNode text(JsonNode schema) {
    return TextNode.valueOf(
        switch (schema.path("format").asText()) {
          case "date-time" -> "2026-01-31T10:00:00Z";
          case "date" -> "2026-01-31";
          case "uuid" -> "123e4567-e89b-12d3-a456-426614174000";
          case "uri" -> "https://files.example/a";
          case "byte" -> "AQID";
          case "email" -> "a@mail.example";
          case "duration" -> "P1D";
          default -> random.pick("abc", "xyz", "clip");
        });
  }
}
