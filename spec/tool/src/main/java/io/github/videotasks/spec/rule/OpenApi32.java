package io.github.videotasks.spec.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.finding.SourceLocation;
import io.github.videotasks.spec.page.MessageText;
import io.github.videotasks.spec.page.SpecDocument;
import io.github.videotasks.spec.tree.JsonNodes;
import io.github.videotasks.spec.tree.OpenApiWalker;
import java.util.List;
import java.util.Map;

/** Reads the keywords that are new in OpenAPI 3.2, or reports that OpenAPI 3.0 has no place. */
final class OpenApi32 implements Rule {
  private static final String FORM = "application/x-www-form-urlencoded";

  @Override
  public String id() {
    return "openapi-3.2";
  }

  @Override
  public String rationale() {
    return "OpenAPI 3.2 has keywords that OpenAPI 3.0 lacks. A querystring parameter of a form"
        + " becomes query parameters, dataValue and serializedValue become values of examples,"
        + " references to media types are replaced with the media type. Operations of other HTTP"
        + " methods (query, additionalOperations), schemas of streamed items (itemSchema) and other"
        + " querystring parameters are left out with a warning.";
  }

  @Override
  public void apply(SpecDocument document, Findings out) {
    LimitedCopy copies = new LimitedCopy(document);
    OpenApiWalker.walkDocument(
        document.root(),
        (kind, node) -> {
          switch (kind) {
            case PATH_ITEM -> {
              removeMethods(document, node, out);
              readQueryStrings(document, node, copies, out);
            }
            case OPERATION -> readQueryStrings(document, node, copies, out);
            case REQUEST_BODY, RESPONSE -> readMediaTypes(document, node.path("content"), copies);
            case MEDIA_TYPE -> {
              remove(document, node, "itemSchema", "the schema of streamed items", out);
              node.path("examples").forEach(example -> readExample(document, example));
            }
            case COMPONENTS ->
                node.path("examples").forEach(example -> readExample(document, example));
            default -> {}
          }
        });
  }

  private void removeMethods(SpecDocument document, ObjectNode pathItem, Findings out) {
    remove(document, pathItem, "query", "an operation of the method QUERY", out);
    for (Map.Entry<String, JsonNode> operation :
        pathItem.path("additionalOperations").properties()) {
      report(
          document,
          document.location(pathItem.path("additionalOperations"), operation.getKey()),
          "an operation of the method " + MessageText.excerpt(operation.getKey()),
          out);
    }
    pathItem.remove("additionalOperations");
  }

  private void remove(
      SpecDocument document, ObjectNode node, String key, String what, Findings out) {
    if (node.path(key).isObject()) {
      report(document, document.location(node, key), what, out);
      node.remove(key);
    }
  }

  private void report(SpecDocument document, SourceLocation location, String what, Findings out) {
    out.add(
        document.warning(
            id(), location, "found " + what + ", which OpenAPI 3.0 does not have", "Left out"));
  }

  /** Replaces a parameter that is the whole query string with one parameter for each property. */
  private void readQueryStrings(
      SpecDocument document, ObjectNode holder, LimitedCopy copies, Findings out) {
    if (!(holder.get("parameters") instanceof ArrayNode parameters)) {
      return;
    }
    for (int i = parameters.size() - 1; i >= 0; i--) {
      JsonNode parameter = LocalRef.target(document, parameters.get(i));
      if (!parameter.path("in").asText().equals("querystring")) {
        continue;
      }
      JsonNode schema =
          LocalRef.target(document, parameter.path("content").path(FORM).path("schema"));
      SourceLocation location = document.location(parameter);
      parameters.remove(i);
      document.lines().removeItem(parameters, i);
      if (!schema.path("properties").isObject()) {
        report(document, location, "a parameter that is the whole query string", out);
        continue;
      }
      for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
        parameters.add(queryParameter(document, schema, property, copies));
        document.lines().recordItem(parameters, location.line());
      }
      out.add(
          document.info(
              id(),
              location,
              "found a parameter that is the whole query string",
              "Read its properties as query parameters"));
    }
  }

  private static ObjectNode queryParameter(
      SpecDocument document,
      JsonNode schema,
      Map.Entry<String, JsonNode> property,
      LimitedCopy copies) {
    ObjectNode parameter = JsonNodes.object().put("name", property.getKey()).put("in", "query");
    document
        .lines()
        .recordStart(
            parameter, document.lines().lineOf(schema.path("properties"), property.getKey()));
    for (JsonNode required : schema.path("required")) {
      if (required.asText().equals(property.getKey())) {
        parameter.put("required", true);
      }
    }
    parameter.set("schema", copies.copy(property.getValue()));
    return parameter;
  }

  private static void readMediaTypes(SpecDocument document, JsonNode content, LimitedCopy copies) {
    for (Map.Entry<String, JsonNode> media : List.copyOf(content.properties())) {
      if (media.getValue().path("$ref").asText().startsWith("#/components/mediaTypes/")
          && content instanceof ObjectNode object) {
        object.set(media.getKey(), copies.copy(LocalRef.target(document, media.getValue())));
      }
    }
  }

  private static void readExample(SpecDocument document, JsonNode example) {
    if (example instanceof ObjectNode object && !object.has("value")) {
      String key = object.has("dataValue") ? "dataValue" : "serializedValue";
      KeyMover.move(document, object, key, object, "value");
      object.remove("serializedValue");
    }
  }
}
