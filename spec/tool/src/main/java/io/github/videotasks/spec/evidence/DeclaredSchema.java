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
 * Declaration of a field on a page.
 *
 * @param document the document that declares the field
 * @param location file and line of the declaration
 * @param schema the declared schema
 * @param required whether the page declares the field as required
 * @param branch the use of a schema, and the alternative in it, that has the declaration
 */
public record DeclaredSchema(
    SpecDocument document,
    SourceLocation location,
    ObjectNode schema,
    boolean required,
    SchemaBranch branch) {
  private static final Set<String> STRUCTURAL_KEYWORDS =
      Set.of("properties", "items", "allOf", "oneOf", "anyOf", "$ref", "description", "required");
  private static final Set<String> VALUE_KEYWORDS = Set.of("default", "example", "const");

  /**
   * {@return the identity of the use of a schema} All declarations of this use have the same
   * object, including those from its references and parts, so that they count once.
   */
  public Object schemaUse() {
    return branch.use();
  }

  /**
   * {@return the declared type; the string {@code "null"} for a field that only admits null; null
   * when no type or more than one is declared}
   */
  public @Nullable String type() {
    JsonNode type = schema.path("type");
    if (type.isTextual()) {
      return type.textValue();
    }
    Set<String> types = DeclaredTypes.of(schema);
    if (!types.isEmpty()) {
      return types.size() == 1 ? types.iterator().next() : null;
    }
    return nullable() ? "null" : null;
  }

  /** {@return the types that the declaration admits, without null; empty when it admits all} */
  public Set<String> types() {
    return DeclaredTypes.of(schema);
  }

  /** {@return whether the declaration admits null, or has it as its default} */
  public boolean nullable() {
    if (schema.path("nullable").asBoolean() || schema.path("default").isNull()) {
      return true;
    }
    for (JsonNode value : schema.path("enum")) {
      if (value.isNull()) {
        return true;
      }
    }
    return false;
  }

  /** {@return the other declared keywords as text, such as {@code required maxLength 500}} */
  public String keywordSummary() {
    List<String> keywords = new ArrayList<>();
    if (required) {
      keywords.add("required");
    }
    for (Map.Entry<String, JsonNode> entry : schema.properties()) {
      String key = entry.getKey();
      JsonNode value = entry.getValue();
      boolean skipped =
          STRUCTURAL_KEYWORDS.contains(key) || (key.equals("type") && value.isTextual());
      if (skipped || !(VALUE_KEYWORDS.contains(key) || hasContent(value))) {
        continue;
      }
      if (key.equals("nullable")) {
        keywords.addAll("null".equals(type()) ? List.of() : List.of("nullable"));
      } else if (!key.equals("additionalProperties") || value.isObject()) {
        keywords.add(key + " " + MessageText.excerpt(JsonNodes.compact(value)));
      }
    }
    return String.join(" ", keywords);
  }

  private static boolean hasContent(JsonNode value) {
    if (value.isContainerNode()) {
      return !value.isEmpty();
    }
    return value.isBoolean() ? value.booleanValue() : !value.asText().isEmpty() && !value.isNull();
  }
}
