package io.github.videotasks.spec.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.page.SpecDocument;
import io.github.videotasks.spec.tree.JsonNodes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Declares the parameters in the query of a path key as query parameters.
 *
 * <p>A value such as the one of {@code ?Action=Submit} belongs to the URL of the operation: the
 * parameter is required, with this value as its enum. A parameter without a value, or with a
 * placeholder or an example as its value, is an optional string.
 */
final class QueryStringParameters {
  private final SpecDocument document;
  private final ObjectNode item;
  private final int line;

  private QueryStringParameters(SpecDocument document, ObjectNode item, int line) {
    this.document = document;
    this.item = item;
    this.line = line;
  }

  /**
   * Adds the parameters to a path item and its operations.
   *
   * @param line line of the path key
   * @return the names whose values are part of the URL
   */
  static List<String> addTo(SpecDocument document, String key, JsonNode item, int line) {
    List<String> fixed = new ArrayList<>();
    if (item instanceof ObjectNode object) {
      QueryStringParameters parameters = new QueryStringParameters(document, object, line);
      for (QueryStringPair pair : QueryStringPair.parse(key)) {
        if (pair.isPartOfUrl()) {
          parameters.require(pair);
          fixed.add(pair.name());
        } else {
          parameters.declare(pair);
        }
      }
    }
    return fixed;
  }

  private void require(QueryStringPair pair) {
    List<ObjectNode> declared = declarations(pair.name());
    for (ObjectNode parameter : declared) {
      parameter.put("required", true);
      if (parameter.get("schema") instanceof ObjectNode schema
          && !schema.has("enum")
          && Set.of("", "string").contains(schema.path("type").asText())) {
        schema.put("type", "string").putArray("enum").add(pair.value());
      }
    }
    if (declared.isEmpty()) {
      ObjectNode parameter = add(pair).put("required", true);
      parameter.withObjectProperty("schema").putArray("enum").add(pair.value());
    }
  }

  private void declare(QueryStringPair pair) {
    if (declarations(pair.name()).isEmpty()) {
      ObjectNode parameter = add(pair);
      if (pair.hasExample()) {
        parameter.put("example", pair.value());
      }
    }
  }

  private ObjectNode add(QueryStringPair pair) {
    ArrayNode parameters =
        item.get("parameters") instanceof ArrayNode existing
            ? existing
            : item.putArray("parameters");
    ObjectNode parameter = JsonNodes.object().put("name", pair.name()).put("in", "query");
    ObjectNode schema = parameter.putObject("schema").put("type", "string");
    parameters.add(parameter);
    document.lines().recordStart(parameter, line);
    document.lines().recordStart(schema, line);
    return parameter;
  }

  /** Returns the declarations of a query parameter, of the path item and of its operations. */
  private List<ObjectNode> declarations(String name) {
    List<ObjectNode> found = new ArrayList<>();
    List<JsonNode> owners = new ArrayList<>(List.of(item));
    item.forEach(owners::add);
    for (JsonNode owner : owners) {
      for (JsonNode parameter : owner.path("parameters")) {
        if (parameter instanceof ObjectNode object
            && parameter.path("name").asText().equals(name)
            && parameter.path("in").asText().equals("query")) {
          found.add(object);
        }
      }
    }
    return found;
  }
}
