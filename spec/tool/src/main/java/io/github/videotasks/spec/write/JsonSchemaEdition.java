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
 * The models of the contract as JSON Schema 2020-12, for who validates and generates nothing: a
 * definition for each component, and one for each of its shapes.
 *
 * <p>It holds keywords of that specification alone, as strict validators refuse others: known words
 * become {@code examples}, providers a {@code $comment}; {@code int32} and its like go.
 */
public final class JsonSchemaEdition {
  private static final String COMPONENTS = "#/components/schemas/";
  private static final String DEFINITIONS = "#/$defs/";
  private static final Set<String> OPENAPI_FORMATS =
      Set.of("int32", "int64", "float", "double", "binary");

  private JsonSchemaEdition() {}

  /** Gives the edition; the contract itself stays as it is. */
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
    if (OPENAPI_FORMATS.contains(schema.path("format").asText())) {
      schema.remove("format");
    }
    JsonNode words = schema.get("x-extensible-enum");
    if (words != null) {
      schema.set("examples", words);
    }
    JsonNode providers = schema.get("x-providers");
    if (providers != null) {
      schema.put("$comment", "Sent by " + String.join(", ", texts(providers)));
    }
    schema.properties().removeIf(member -> member.getKey().startsWith("x-"));
  }

  private static Set<String> texts(JsonNode list) {
    Set<String> texts = new LinkedHashSet<>();
    list.forEach(text -> texts.add(text.asText()));
    return texts;
  }

  /** A shape is the component that holds some members, and no object where another shape does. */
  private static void addVariants(String name, JsonNode component, ObjectNode definitions) {
    JsonNode shapes = component.path("x-shapes");
    Set<String> objects = new HashSet<>();
    shapes.forEach(members -> objects.addAll(texts(members)));
    objects.removeIf(
        member ->
            !component.path("properties").path(member).path("type").asText().equals("object"));
    for (Map.Entry<String, JsonNode> shape : shapes.properties()) {
      if (definitions.has(shape.getKey())) {
        continue;
      }
      ObjectNode schema = definitions.putObject(shape.getKey());
      schema.put("type", "object");
      schema.put("description", "A shape in which examples show " + name + ".");
      schema.putArray("allOf").addObject().put("$ref", DEFINITIONS + name);
      schema.set("required", ((ArrayNode) shape.getValue()).deepCopy());
      Set<String> held = texts(shape.getValue());
      ObjectNode properties = schema.putObject("properties");
      component
          .path("properties")
          .fieldNames()
          .forEachRemaining(
              member -> {
                if (objects.contains(member)) {
                  ObjectNode object = JsonNodes.object().put("type", "object");
                  properties.set(
                      member,
                      held.contains(member) ? object : JsonNodes.object().set("not", object));
                } else if (held.contains(member)) {
                  // Strict validators want to see what is required.
                  properties.put(member, true);
                }
              });
    }
  }
}
