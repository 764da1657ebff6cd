package io.github.videotasks.spec.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import io.github.videotasks.spec.tree.ExclusiveLimits;
import io.github.videotasks.spec.tree.JsonNodes;
import io.github.videotasks.spec.tree.OpenApiObject;
import io.github.videotasks.spec.tree.OpenApiWalker;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Validates values against OpenAPI 3.0 schemas with a JSON Schema validator.
 *
 * <p>{@code nullable} is translated to a type that admits null. A nullable reference admits null or
 * a value of the referenced schema, as in every generator, although {@code allOf} read literally
 * would reject null.
 */
public final class JsonSchemaValidator {
  // Shared: building a registry parses the meta schemas.
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(
          Dialect.builder(Dialects.getDraft202012()).keyword(new SparseProperties()).build());
  private static final String COMPONENTS = "#/components/schemas/";

  private final Schema schema;

  private JsonSchemaValidator(ObjectNode root) {
    this.schema = REGISTRY.getSchema(root);
  }

  /**
   * Creates a validator for a schema.
   *
   * @param schema the schema; its references are resolved in the document
   * @param document the OpenAPI document
   * @return a validator that can be used for many values
   */
  public static JsonSchemaValidator of(JsonNode schema, ObjectNode document) {
    ObjectNode root = JsonNodes.object();
    root.putArray("allOf").add(toJsonSchema(schema));
    JsonNode schemas = document.path("components").path("schemas");
    addReferenced(schema, schemas, root.putObject("components").putObject("schemas"));
    return new JsonSchemaValidator(root);
  }

  /** Copies only the components that the schema refers to: a contract may contain thousands. */
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

  /**
   * {@return the validation errors of a value; empty when it is valid}
   *
   * @param value any JSON value
   */
  public List<Error> validate(JsonNode value) {
    return schema.validate(value);
  }

  /**
   * {@return a copy of an OpenAPI 3.0 schema, translated to JSON Schema 2020-12}
   *
   * @param schema the schema; not changed
   */
  public static JsonNode toJsonSchema(JsonNode schema) {
    JsonNode copy = schema.deepCopy();
    OpenApiWalker.walk(
        OpenApiObject.SCHEMA, copy, "", (kind, node, pointer) -> translateNode(node));
    return copy;
  }

  private static void translateNode(ObjectNode node) {
    node.remove(List.of("example", "discriminator", "xml", "externalDocs"));
    ExclusiveLimits.toNumbers(node);
    JsonNode nullable = node.remove("nullable");
    JsonNode type = node.get("type");
    if (nullable == null || !nullable.asBoolean() || type == null) {
      return;
    }
    if (node.has("allOf")) {
      ObjectNode nonNull = node.deepCopy();
      node.removeAll();
      ArrayNode alternatives = node.putArray("anyOf");
      alternatives.addObject().put("type", "null");
      alternatives.add(nonNull);
    } else if (type.isTextual()) {
      node.putArray("type").add(type).add("null");
      if (node.get("enum") instanceof ArrayNode values) {
        values.addNull();
      }
    }
  }
}
