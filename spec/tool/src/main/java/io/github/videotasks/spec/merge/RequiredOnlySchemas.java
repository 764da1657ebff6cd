package io.github.videotasks.spec.merge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.tree.JsonNodes;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Reduces a page's schemas to {@code required}, so that they are safe to validate against. The
 * whole schema is not passed to a validator: a page's {@code pattern} may run forever, and a
 * keyword with a value of the wrong type, such as {@code items: string}, makes the validator fail
 * with an error that does not name the page.
 */
final class RequiredOnlySchemas {
  private static final String COMPONENTS = "#/components/schemas/";

  private final JsonNode schemas;

  /** A name may have characters that a URL does not, so a number takes its place. */
  private final Map<String, String> numbers = new HashMap<>();

  private final ObjectNode document = JsonNodes.object();

  RequiredOnlySchemas(ObjectNode document) {
    this.schemas = document.path("components").path("schemas");
    ObjectNode reduced = this.document.putObject("components").putObject("schemas");
    schemas.properties().forEach(e -> numbers.put(e.getKey(), "s" + numbers.size()));
    schemas.properties().forEach(e -> reduced.set(numbers.get(e.getKey()), reduce(e.getValue())));
  }

  /** Returns a document whose components are reduced schemas. */
  ObjectNode document() {
    return document;
  }

  /** Returns the reduced schema; an invalid schema requires nothing. */
  ObjectNode reduce(JsonNode schema) {
    ObjectNode copy = JsonNodes.object();
    String ref = schema.path("$ref").asText();
    if (ref.startsWith(COMPONENTS)) {
      String name = ref.substring(COMPONENTS.length()).replace("~1", "/").replace("~0", "~");
      String number = schemas.path(name).isObject() ? numbers.get(name) : null;
      return number == null ? copy : copy.put("$ref", COMPONENTS + number);
    }
    Set<String> required = new LinkedHashSet<>();
    schema
        .path("required")
        .forEach(
            name -> {
              if (name.isTextual()) {
                required.add(name.textValue());
              }
            });
    ArrayNode names = copy.putArray("required");
    required.forEach(names::add);
    ObjectNode properties = copy.putObject("properties");
    schema
        .path("properties")
        .properties()
        .forEach(e -> properties.set(e.getKey(), reduce(e.getValue())));
    if (schema.path("additionalProperties").isObject()) {
      copy.set("additionalProperties", reduce(schema.path("additionalProperties")));
    }
    if (schema.path("items").isObject()) {
      copy.set("items", reduce(schema.path("items")));
    }
    if (schema.path("allOf").isArray() && !schema.path("allOf").isEmpty()) {
      ArrayNode all = copy.putArray("allOf");
      schema.path("allOf").forEach(part -> all.add(reduce(part)));
    }
    return copy;
  }
}
