package io.github.videotasks.spec.tree;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Reads the extension {@code x-declared} of a schema without a type: one entry for each form on
 * which the pages disagree.
 *
 * <p>The structure is in the extension and not in the schema, because stock generators create a
 * class for {@code properties} without a type, and a client with that class loses a response of
 * another form.
 */
public final class DeclaredForms {
  /** The name of the extension. */
  public static final String KEYWORD = "x-declared";

  private DeclaredForms() {}

  /**
   * {@return the schemas of the forms; empty for a schema without the extension}
   *
   * @param schema an OpenAPI schema
   */
  public static List<ObjectNode> schemas(JsonNode schema) {
    List<ObjectNode> schemas = new ArrayList<>();
    for (JsonNode form : schema.path(KEYWORD)) {
      if (form.get("schema") instanceof ObjectNode object) {
        schemas.add(object);
      }
    }
    return schemas;
  }

  /**
   * {@return the schema of the form of a type; a missing node when there is none}
   *
   * @param schema an OpenAPI schema
   * @param type name of an OpenAPI type
   */
  public static JsonNode schema(JsonNode schema, String type) {
    for (JsonNode form : schema.path(KEYWORD)) {
      if (form.path("type").asText().equals(type)) {
        return form.path("schema");
      }
    }
    return MissingNode.getInstance();
  }

  /**
   * {@return the types of the forms, such as {@code object or string}}
   *
   * @param schema an OpenAPI schema
   */
  public static String types(JsonNode schema) {
    List<String> types = new ArrayList<>();
    schema.path(KEYWORD).forEach(form -> types.add(form.path("type").asText()));
    return types.stream().collect(Collectors.joining(" or "));
  }
}
