package io.github.videotasks.spec.rule;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.page.MessageText;
import io.github.videotasks.spec.page.SpecDocument;
import io.github.videotasks.spec.tree.JsonNodes;
import io.github.videotasks.spec.tree.OpenApiKeywords;
import io.github.videotasks.spec.tree.OpenApiObject;
import java.util.List;

/** Translates one parameter of Swagger 2.0 whose type is next to its name. */
final class SwaggerParameter {
  private static final List<String> OWN_KEYS =
      List.of("name", "in", "required", "description", "allowEmptyValue", "deprecated");

  private final SpecDocument document;
  private final Findings out;

  SwaggerParameter(SpecDocument document, Findings out) {
    this.document = document;
    this.out = out;
  }

  /** Translates a query, header or path parameter in place. */
  void translate(ObjectNode parameter) {
    if (parameter.has("schema") || parameter.has("$ref")) {
      return;
    }
    String format = parameter.path("collectionFormat").asText();
    ObjectNode schema = schemaOf(parameter);
    parameter.set("schema", schema);
    document.lines().recordKey(parameter, "schema", document.lines().lineOf(schema));
    boolean query = parameter.path("in").asText().equals("query");
    if (schema.path("type").asText().equals("array") && query) {
      switch (format) {
        case "multi" -> parameter.put("style", "form").put("explode", true);
        case "ssv" -> parameter.put("style", "spaceDelimited").put("explode", false);
        case "pipes" -> parameter.put("style", "pipeDelimited").put("explode", false);
        default -> parameter.put("style", "form").put("explode", false);
      }
    }
    boolean written = query ? !format.equals("tsv") : format.isEmpty() || format.equals("csv");
    if (!written) {
      out.add(
          document.warning(
              SwaggerTwo.ID,
              document.location(parameter),
              "found collectionFormat "
                  + MessageText.excerpt(format)
                  + " of the parameter '"
                  + MessageText.excerpt(parameter.path("name").asText())
                  + "', which OpenAPI 3 does not have",
              "Separated the values by commas"));
    }
  }

  /** Moves the keywords of the value out of a parameter and returns them as a schema. */
  ObjectNode schemaOf(ObjectNode parameter) {
    ObjectNode schema = JsonNodes.object();
    document.lines().recordStart(schema, document.lines().lineOf(parameter));
    for (var entry : List.copyOf(parameter.properties())) {
      String key = entry.getKey();
      boolean keyword = OpenApiKeywords.valueType(OpenApiObject.SCHEMA, key) != null;
      if ((keyword && !OWN_KEYS.contains(key)) || key.equals("x-nullable")) {
        KeyMover.move(document, parameter, key, schema, key);
      }
    }
    parameter.remove("collectionFormat");
    return schema;
  }
}
