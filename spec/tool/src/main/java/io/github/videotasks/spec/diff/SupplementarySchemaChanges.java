package io.github.videotasks.spec.diff;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Adds the changes of schemas that openapi-diff does not report. References are not resolved. */
final class SupplementarySchemaChanges {
  private static final Set<String> COMPARED_ELSEWHERE =
      Set.of(
          "$ref",
          "type",
          "format",
          "properties",
          "required",
          "items",
          "additionalProperties",
          "nullable",
          "allOf",
          "oneOf",
          "anyOf",
          "discriminator",
          "enum",
          "default",
          "deprecated",
          "readOnly",
          "writeOnly",
          "maxLength",
          "minLength",
          "maxItems",
          "minItems",
          "maxProperties",
          "minProperties",
          "maximum",
          "minimum",
          "exclusiveMaximum",
          "exclusiveMinimum",
          "uniqueItems",
          "multipleOf",
          "pattern");

  private final ChangeCollector changes;
  private final KeywordChanges keywords;

  SupplementarySchemaChanges(ChangeCollector changes) {
    this.changes = changes;
    this.keywords = new KeywordChanges(changes);
  }

  /** Compares two schemas where they are used or declared; does nothing when one is missing. */
  void compare(ContractLocation location, JsonNode before, JsonNode after) {
    if (!before.isObject() || !after.isObject() || before.equals(after)) {
      return;
    }
    keywords.compare(location, before, after, COMPARED_ELSEWHERE);
    compareNullable(location, before, after);
    compareReference(location, before, after);
    compareOpenness(location, before, after);
    for (Map.Entry<String, JsonNode> property : before.path("properties").properties()) {
      String name = property.getKey();
      compare(location.property(name), property.getValue(), after.path("properties").path(name));
    }
    compare(location.items(), before.path("items"), after.path("items"));
    compare(
        location.mapValues(),
        before.path("additionalProperties"),
        after.path("additionalProperties"));
    for (String parts : Set.of("allOf", "oneOf", "anyOf")) {
      if (before.path(parts).size() == after.path(parts).size()) {
        for (int i = 0; i < before.path(parts).size(); i++) {
          compare(location, before.path(parts).path(i), after.path(parts).path(i));
        }
      }
    }
  }

  /**
   * Skips schemas without a type: they admit null anyway, and an added or removed type is reported
   * as a change of the type.
   */
  private void compareNullable(ContractLocation location, JsonNode before, JsonNode after) {
    boolean was = before.path("nullable").asBoolean();
    boolean is = after.path("nullable").asBoolean();
    if (was != is && hasType(before) && hasType(after)) {
      changes.add(
          is ? Effect.WIDENED : Effect.NARROWED,
          false,
          location,
          is ? "became nullable" : "became not nullable",
          was ? "nullable" : null,
          is ? "nullable" : null);
    }
  }

  private static boolean hasType(JsonNode schema) {
    return schema.has("type") || SchemaRefs.target(schema) != null;
  }

  /**
   * Compares only the names of the references, which are class names in generated code. The
   * referenced schemas are compared elsewhere.
   */
  private void compareReference(ContractLocation location, JsonNode before, JsonNode after) {
    String was = refName(before);
    String is = refName(after);
    if (!Objects.equals(was, is)) {
      changes.add(
          Impact.BREAKING_FOR_GENERATED_CODE, location.text(), "refers to another schema", was, is);
    }
  }

  private static @Nullable String refName(JsonNode schema) {
    String ref = SchemaRefs.target(schema);
    return ref == null ? null : ref.substring(ref.lastIndexOf('/') + 1);
  }

  private void compareOpenness(ContractLocation location, JsonNode before, JsonNode after) {
    JsonNode was = before.path("additionalProperties");
    JsonNode is = after.path("additionalProperties");
    if (openness(was) == openness(is)) {
      return;
    }
    changes.add(
        openness(is) < openness(was) ? Effect.NARROWED : Effect.WIDENED,
        true,
        location,
        "additionalProperties changed",
        KeywordChanges.textOf(before, "additionalProperties"),
        KeywordChanges.textOf(after, "additionalProperties"));
  }

  /** Returns 0 for closed, 1 for additional properties of one schema, 2 for open (the default). */
  private static int openness(JsonNode additional) {
    return additional.isObject() && !additional.isEmpty()
        ? 1
        : additional.isBoolean() && !additional.booleanValue() ? 0 : 2;
  }
}
