package io.github.videotasks.spec.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A description (or only a summary) beside {@code $ref}, which OpenAPI 3.1 allows and 3.0 ignores.
 * It describes the place that refers, so it replaces the description of the target there.
 */
public final class RefDescription {
  private static final String REF = "$ref";
  private static final String DESCRIPTION = "description";
  private static final String SUMMARY = "summary";

  private RefDescription() {}

  /**
   * {@return whether a keyword is a text beside {@code $ref}}
   *
   * @param node an object of a document
   * @param keyword one of its keys
   */
  public static boolean isBesideRef(JsonNode node, String keyword) {
    return node.path(REF).isTextual() && (keyword.equals(DESCRIPTION) || keyword.equals(SUMMARY));
  }

  /**
   * {@return the keywords beside {@code $ref}; a summary alone becomes the description}
   *
   * @param document the document of the reference
   * @param reference an object with {@code $ref}
   */
  public static ObjectNode siblings(SpecDocument document, ObjectNode reference) {
    ObjectNode siblings = document.lines().copyWithout(reference, REF);
    if (hasText(reference)) {
      setDescription(document, siblings, reference);
    }
    return siblings;
  }

  /**
   * {@return the target without its own description when the reference has a text}
   *
   * @param document the document of the reference
   * @param reference an object with {@code $ref}
   * @param target what it points to
   */
  public static JsonNode withoutOverridden(
      SpecDocument document, JsonNode reference, JsonNode target) {
    return target instanceof ObjectNode object && hasText(reference) && object.has(DESCRIPTION)
        ? document.lines().copyWithout(object, DESCRIPTION)
        : target;
  }

  /**
   * {@return the target with the text of the reference as its description; else the target}
   *
   * @param document the document of the reference
   * @param reference an object with {@code $ref}
   * @param target what it points to
   */
  public static JsonNode describe(SpecDocument document, JsonNode reference, JsonNode target) {
    if (!(target instanceof ObjectNode object) || !hasText(reference)) {
      return target;
    }
    ObjectNode described = document.lines().copyWithout(object, DESCRIPTION);
    setDescription(document, described, reference);
    return described;
  }

  private static void setDescription(
      SpecDocument document, ObjectNode described, JsonNode reference) {
    String key = textKey(reference);
    described.set(DESCRIPTION, reference.get(key));
    document.lines().recordKey(described, DESCRIPTION, document.lines().lineOf(reference, key));
  }

  private static boolean hasText(JsonNode reference) {
    return reference.path(REF).isTextual()
        && !reference.path(textKey(reference)).asText().isBlank();
  }

  private static String textKey(JsonNode reference) {
    return reference.path(DESCRIPTION).asText().isBlank() ? SUMMARY : DESCRIPTION;
  }
}
