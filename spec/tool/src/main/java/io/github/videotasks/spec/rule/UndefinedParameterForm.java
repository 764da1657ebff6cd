package io.github.videotasks.spec.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.finding.RejectedInputException;
import io.github.videotasks.spec.page.MessageText;
import io.github.videotasks.spec.page.RefResolver;
import io.github.videotasks.spec.page.SpecDocument;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Recognizes parameters for whose values OpenAPI defines no form, such as a list in a list. */
final class UndefinedParameterForm {
  private static final String REFUSED = "Kept; the generated client refuses such a value";
  private static final String SAME_AS_FORM = "Kept; the generated client sends it as in style form";

  private final RefResolver refs;

  UndefinedParameterForm(SpecDocument document) {
    this.refs = new RefResolver(document);
  }

  /**
   * What is not defined.
   *
   * @param keyword keyword of the parameter that is the reason
   * @param expected what OpenAPI defines
   * @param action what generated clients do
   */
  record UndefinedForm(String keyword, String expected, String action) {}

  /** Returns what is not defined about a parameter; null if its form is defined. */
  @Nullable UndefinedForm of(ObjectNode parameter) {
    JsonNode content = parameter.path("content");
    if (!content.isEmpty()) {
      String media = content.fieldNames().next();
      return !media.matches("(?i)application/(?:.*\\+)?json.*")
              && isContainer(resolve(content.path(media).path("schema")))
          ? new UndefinedForm("content", "a text in " + MessageText.excerpt(media), REFUSED)
          : null;
    }
    JsonNode schema = resolve(parameter.path("schema"));
    String type = schema.path("type").asText();
    String style = parameter.path("style").asText();
    if (style.equals("deepObject") && !type.isEmpty() && !type.equals("object")) {
      return new UndefinedForm("style", "an object in style deepObject", REFUSED);
    }
    if (style.endsWith("Delimited") && parameter.path("explode").asBoolean()) {
      return new UndefinedForm("explode", "explode false in style " + style, SAME_AS_FORM);
    }
    if (style.endsWith("Delimited") && !type.isEmpty() && !isContainer(schema)) {
      return new UndefinedForm("style", "a list in style " + style, SAME_AS_FORM);
    }
    if (parameter.path("in").asText().equals("cookie")
        && parameter.path("explode").asBoolean(true)
        && isContainer(schema)) {
      return new UndefinedForm("schema", "explode false for a list in a cookie", REFUSED);
    }
    return nested(schema);
  }

  private @Nullable UndefinedForm nested(JsonNode schema) {
    if (isContainer(resolve(schema.path("items")))) {
      return new UndefinedForm("schema", "scalar items of the list", REFUSED);
    }
    for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
      if (isContainer(resolve(property.getValue()))) {
        String name = MessageText.excerpt(property.getKey());
        return new UndefinedForm("schema", "a scalar in the property '" + name + "'", REFUSED);
      }
    }
    return null;
  }

  private static boolean isContainer(JsonNode schema) {
    String type = schema.path("type").asText();
    return type.equals("array") || type.equals("object") || schema.has("properties");
  }

  private JsonNode resolve(JsonNode schema) {
    try {
      return refs.resolve(schema);
    } catch (RejectedInputException e) {
      // Reported where the parameter is merged.
      return schema;
    }
  }
}
