package io.github.videotasks.spec.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.videotasks.spec.tree.JsonNodes;
import io.github.videotasks.spec.tree.OpenApiObject;
import io.github.videotasks.spec.tree.OpenApiWalker;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Checks values against schemas of OpenAPI 3.0, by a JSON Schema validator.
 *
 * <p>{@code nullable} is translated to a type that admits null. For a nullable reference this takes
 * the meaning that every generator gives it (null, or what the reference says) although a reading
 * to the letter of {@code allOf} would refuse null.
 */
public final class JsonSchemaValidator {
  // Building a registry reads the meta schemas; one serves all.
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
  private static final String COMPONENTS = "#/components/schemas/";

  private final Schema schema;

  private JsonSchemaValidator(ObjectNode root) {
    this.schema = REGISTRY.getSchema(root);
  }

  /**
   * Prepares a schema.
   *
   * @param schema the schema; its references lead into the document
   * @param document the OpenAPI document
   */
  public static JsonSchemaValidator of(JsonNode schema, ObjectNode document) {
    ObjectNode root = JsonNodes.object();
    root.putArray("allOf").add(toJsonSchema(schema));
    JsonNode schemas = document.path("components").path("schemas");
    addReferenced(schema, schemas, root.putObject("components").putObject("schemas"));
    return new JsonSchemaValidator(root);
  }

  /** Copies only the components that the schema leads to: a contract may hold thousands. */
  private static void addReferenced(JsonNode from, JsonNode schemas, ObjectNode to) {
    Deque<JsonNode> open = new ArrayDeque<>(List.of(from));
    while (!open.isEmpty()) {
      OpenApiWalker.walk(
          OpenApiObject.SCHEMA,
          open.pop(),
          "",
          (kind, node, pointer) -> {
            String ref = node.path("$ref").asText();
            String name = ref.startsWith(COMPONENTS) ? ref.substring(COMPONENTS.length()) : "";
            JsonNode target = schemas.path(name.replace("~1", "/").replace("~0", "~"));
            if (target.isObject() && !to.has(name)) {
              to.set(name, toJsonSchema(target));
              open.push(target);
            }
          });
    }
  }

  /** Gives what is wrong with a value; empty when it fits. */
  public List<Error> validate(JsonNode value) {
    return schema.validate(value);
  }

  /** Gives a copy in JSON Schema 2020-12. */
  public static JsonNode toJsonSchema(JsonNode schema) {
    JsonNode copy = schema.deepCopy();
    OpenApiWalker.walk(
        OpenApiObject.SCHEMA, copy, "", (kind, node, pointer) -> translateNode(node));
    return copy;
  }

  private static void translateNode(ObjectNode node) {
    node.remove(List.of("example", "discriminator", "xml", "externalDocs"));
    JsonNode nullable = node.remove("nullable");
    JsonNode type = node.get("type");
    if (nullable == null || !nullable.asBoolean() || type == null) {
      return;
    }
    if (node.has("allOf")) {
      ObjectNode meant = node.deepCopy();
      node.removeAll();
      ArrayNode either = node.putArray("anyOf");
      either.addObject().put("type", "null");
      either.add(meant);
    } else if (type.isTextual()) {
      node.putArray("type").add(type).add("null");
      if (node.get("enum") instanceof ArrayNode values) {
        values.addNull();
      }
    }
  }
}
