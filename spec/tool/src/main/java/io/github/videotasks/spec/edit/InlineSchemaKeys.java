package io.github.videotasks.spec.edit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.merge.ComponentReference;
import io.github.videotasks.spec.tree.DeclaredForms;
import io.github.videotasks.spec.tree.OpenApiObject;
import io.github.videotasks.spec.write.CanonicalYaml;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The keys of an inline schema: those of its component, of its place and of the draft. */
final class InlineSchemaKeys {
  static final String NAME = "x-name";
  static final String ABOUT = "x-about";

  private static final String DESCRIPTION = "description";
  private static final String PROVIDERS = "x-providers";

  /** What the extraction moves into a form of a schema without a type. */
  private static final List<String> STRUCTURE =
      List.of(
          DeclaredForms.KEYWORD,
          "properties",
          "required",
          "additionalProperties",
          "items",
          NAME,
          ABOUT);

  private InlineSchemaKeys() {}

  /** Returns whether a keyword other than the description is one of a place. */
  static boolean isOfPlace(String key) {
    return ComponentReference.PLACE_KEYWORDS.contains(key) && !key.equals(DESCRIPTION);
  }

  /**
   * Adds what a reference says of its place; what {@code $ref} alone drops is that of the draft.
   */
  static void putPlace(Map<String, JsonNode> values, JsonNode before, ObjectNode reference) {
    if (reference.has("$ref")) {
      if (before.has(PROVIDERS)) {
        values.put(PROVIDERS, before.get(PROVIDERS).deepCopy());
      }
      return;
    }
    for (Map.Entry<String, JsonNode> entry : reference.properties()) {
      if (isOfPlace(entry.getKey())) {
        values.put(entry.getKey(), entry.getValue());
      }
    }
  }

  /** A place and its component have one description, unless {@code x-about} is another one. */
  static void putDescriptions(
      Map<String, JsonNode> values, JsonNode before, ObjectNode reference, ObjectNode component) {
    JsonNode about = component.get(DESCRIPTION);
    JsonNode own =
        reference.has("$ref")
            ? before.has(ABOUT) ? before.get(DESCRIPTION) : about
            : reference.get(DESCRIPTION);
    values.remove(DESCRIPTION);
    if (own != null) {
      values.put(DESCRIPTION, own);
    }
    if (about != null && (before.has(ABOUT) || !about.equals(own))) {
      values.put(ABOUT, about);
    }
  }

  /** The structure of the forms is inline in the draft; a type of the edit removes the forms. */
  static void putStructure(Map<String, JsonNode> values, JsonNode before) {
    for (String key : STRUCTURE) {
      if (before.has(key) && !values.containsKey(key)) {
        values.put(key, before.get(key).deepCopy());
      }
    }
  }

  /** Returns the keys in the order of the draft, unless the edit has another order. */
  static List<String> ordered(
      JsonNode before, Map<String, JsonNode> values, List<String> editedKeys) {
    Set<String> keys = new LinkedHashSet<>();
    before.fieldNames().forEachRemaining(keys::add);
    keys.retainAll(values.keySet());
    keys.addAll(values.keySet());
    List<String> found = new ArrayList<>(keys);
    List<String> expected = new ArrayList<>(editedKeys);
    List<String> sorted = CanonicalYaml.orderedKeys(OpenApiObject.SCHEMA);
    found.retainAll(editedKeys);
    found.removeAll(sorted);
    expected.removeAll(sorted);
    return List.copyOf(found.equals(expected) ? keys : values.keySet());
  }
}
