package io.github.videotasks.spec.evidence;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.finding.Place;
import io.github.videotasks.spec.page.SpecDocument;
import org.jspecify.annotations.Nullable;

/**
 * A page's declaration of a field.
 *
 * @param document the document that declares it
 * @param place where
 * @param schema the declared schema
 * @param required whether the page calls the field required
 */
public record Declared(SpecDocument document, Place place, ObjectNode schema, boolean required) {
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
}
