package io.github.videotasks.spec.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.finding.SourceLocation;
import io.github.videotasks.spec.page.MessageText;
import io.github.videotasks.spec.page.SpecDocument;
import io.github.videotasks.spec.tree.JsonNodes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A page's declaration of a field.
 *
 * @param document the document that declares it
 * @param location where
 * @param schema the declared schema
 * @param required whether the page calls the field required
 * @param schemaUse the same object for all that is read for one use of a schema, its references and
 *     parts included: what they say together counts once
 */
public record DeclaredSchema(
    SpecDocument document,
    SourceLocation location,
    ObjectNode schema,
    boolean required,
    Object schemaUse) {
  private static final Set<String> STRUCTURAL_KEYWORDS =
      Set.of("properties", "items", "allOf", "oneOf", "anyOf", "$ref", "description", "required");
  private static final Set<String> VALUE_KEYWORDS = Set.of("default", "example", "const");

  /**
   * Gives the declared type; {@code null} the word for a field that only admits null, else null.
   */
  public @Nullable String type() {
    if (schema.path("type").isTextual()) {
      return schema.path("type").textValue();
    }
    if (schema.has("properties")) {
      return "object";
    }
    if (schema.has("items")) {
      return "array";
    }
    return schema.path("nullable").asBoolean() ? "null" : null;
  }

  /** Gives what else the page says of the field, such as {@code required maxLength 500}. */
  public String keywordSummary() {
    List<String> words = new ArrayList<>();
    if (required) {
      words.add("required");
    }
    for (Map.Entry<String, JsonNode> entry : schema.properties()) {
      String key = entry.getKey();
      JsonNode value = entry.getValue();
      boolean told = STRUCTURAL_KEYWORDS.contains(key) || (key.equals("type") && value.isTextual());
      if (told || !(VALUE_KEYWORDS.contains(key) || hasContent(value))) {
        continue;
      }
      if (key.equals("nullable")) {
        words.addAll("null".equals(type()) ? List.of() : List.of("nullable"));
      } else if (!key.equals("additionalProperties") || value.isObject()) {
        words.add(key + " " + MessageText.excerpt(JsonNodes.compact(value)));
      }
    }
    return String.join(" ", words);
  }

  private static boolean hasContent(JsonNode value) {
    if (value.isContainerNode()) {
      return !value.isEmpty();
    }
    return value.isBoolean() ? value.booleanValue() : !value.asText().isEmpty() && !value.isNull();
  }
}
