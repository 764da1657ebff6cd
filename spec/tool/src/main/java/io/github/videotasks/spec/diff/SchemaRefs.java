package io.github.videotasks.spec.diff;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import org.jspecify.annotations.Nullable;

/** Resolves references to schemas, written as {@code $ref} or as the only part of an allOf. */
final class SchemaRefs {
  private SchemaRefs() {}

  /** Returns the target of a schema that is only a reference; null for other schemas. */
  static @Nullable String target(JsonNode schema) {
    JsonNode bare = schema.path("$ref");
    if (bare.isTextual()) {
      return bare.textValue();
    }
    JsonNode parts = schema.path("allOf");
    boolean alone =
        parts.size() == 1 && parts.path(0).path("$ref").isTextual() && !schema.has("properties");
    return alone ? parts.path(0).path("$ref").textValue() : null;
  }

  /**
   * Returns the node after resolving its references; a missing node when a reference is cyclic or
   * has no target.
   */
  static JsonNode resolve(JsonNode root, JsonNode node) {
    JsonNode at = node;
    for (int step = 0; step < 50 && at.path("$ref").isTextual(); step++) {
      String ref = at.path("$ref").textValue();
      at = ref.startsWith("#/") ? root.at(ref.substring(1)) : MissingNode.getInstance();
    }
    return at.path("$ref").isTextual() ? MissingNode.getInstance() : at;
  }
}
