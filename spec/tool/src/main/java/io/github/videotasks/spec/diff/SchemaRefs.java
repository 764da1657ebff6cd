package io.github.videotasks.spec.diff;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import org.jspecify.annotations.Nullable;

/** The two ways to write a reference to a schema: bare, and as the only part of an allOf. */
final class SchemaRefs {
  private SchemaRefs() {}

  /** Gives what a schema refers to; null when it is a schema of its own. */
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
   * Gives the object that a node stands for; a missing node when it leads nowhere or in a circle.
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
