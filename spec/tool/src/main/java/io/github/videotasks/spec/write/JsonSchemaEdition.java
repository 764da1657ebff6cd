package io.github.videotasks.spec.write;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.evidence.JsonSchemaValidator;
import io.github.videotasks.spec.tree.JsonNodes;
import io.github.videotasks.spec.tree.OpenApiObject;
import io.github.videotasks.spec.tree.OpenApiWalker;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Converts the models of the contract to JSON Schema 2020-12, for users who only validate: one
 * definition for each component and one for each of its variants ({@code x-shapes}).
 *
 * <p>It has only keywords of that specification, because strict validators reject others: {@code
 * x-extensible-enum} becomes {@code examples}, {@code x-providers} becomes {@code $comment}, and
 * formats are removed; {@code int32} and {@code int64} become the range of the values.
 */
public final class JsonSchemaEdition {
  private static final String COMPONENTS = "#/components/schemas/";
  private static final String DEFINITIONS = "#/$defs/";

  private JsonSchemaEdition() {}

  /**
   * {@return the JSON Schema edition; the contract is not changed}
   *
   * @param contract the contract; not changed
   */
  public static ObjectNode of(ObjectNode contract) {
    ObjectNode edition = JsonNodes.object();
    edition.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    edition.set("title", contract.path("info").path("title"));
    edition.put(
        "$comment",
        "Version "
            + contract.path("info").path("version").asText()
            + " of the contract. Validate against a definition, such as #/$defs/NAME.");
    ObjectNode definitions = edition.putObject("$defs");
    JsonNode components = contract.path("components").path("schemas");
    for (Map.Entry<String, JsonNode> component : components.properties()) {
      JsonNode schema = JsonSchemaValidator.toJsonSchema(component.getValue());
      OpenApiWalker.walk(
          OpenApiObject.SCHEMA, schema, "", (kind, node, pointer) -> convertSchema(node));
      definitions.set(component.getKey(), schema);
    }
    for (Map.Entry<String, JsonNode> component : components.properties()) {
      addVariants(component.getKey(), component.getValue(), definitions);
    }
    return edition;
  }

  private static void convertSchema(ObjectNode schema) {
    String ref = schema.path("$ref").asText();
    if (ref.startsWith(COMPONENTS)) {
      schema.put("$ref", DEFINITIONS + ref.substring(COMPONENTS.length()));
    }
    IntegerRanges.add(schema);
    // An annotation in JSON Schema, and a strict validator rejects the formats that it lacks.
    schema.remove("format");
    JsonNode knownValues = schema.get("x-extensible-enum");
    if (knownValues != null) {
      schema.set("examples", knownValues);
    }
    JsonNode providers = schema.get("x-providers");
    if (providers != null) {
      schema.put("$comment", "Sent by " + String.join(", ", texts(providers)));
    }
    schema.properties().removeIf(entry -> entry.getKey().startsWith("x-"));
  }

  private static Set<String> texts(JsonNode list) {
    Set<String> texts = new LinkedHashSet<>();
    list.forEach(text -> texts.add(text.asText()));
    return texts;
  }

  /**
   * Adds a definition for each variant: the component with some properties required, and without an
   * object in a property where only another variant has one.
   */
  private static void addVariants(String name, JsonNode component, ObjectNode definitions) {
    JsonNode variants = component.path("x-shapes");
    Set<String> objects = new HashSet<>();
    variants.forEach(names -> objects.addAll(texts(names)));
    objects.removeIf(
        property ->
            !component.path("properties").path(property).path("type").asText().equals("object"));
    for (Map.Entry<String, JsonNode> variant : variants.properties()) {
      if (definitions.has(variant.getKey())) {
        continue;
      }
      ObjectNode schema = definitions.putObject(variant.getKey());
      schema.put("type", "object");
      schema.put("description", "A variant of " + name + " that examples show.");
      schema.putArray("allOf").addObject().put("$ref", DEFINITIONS + name);
      schema.set("required", ((ArrayNode) variant.getValue()).deepCopy());
      Set<String> required = texts(variant.getValue());
      ObjectNode properties = schema.putObject("properties");
      component
          .path("properties")
          .fieldNames()
          .forEachRemaining(
              property -> {
                if (objects.contains(property)) {
                  ObjectNode object = JsonNodes.object().put("type", "object");
                  properties.set(
                      property,
                      required.contains(property) ? object : JsonNodes.object().set("not", object));
                } else if (required.contains(property)) {
                  // Strict validators expect each required property in 'properties'.
                  properties.put(property, true);
                }
              });
    }
  }
}
