package io.github.videotasks.spec.merge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.videotasks.spec.evidence.DeclaredConstraints;
import io.github.videotasks.spec.evidence.DeclaredSchema;
import io.github.videotasks.spec.evidence.FieldEvidence;
import io.github.videotasks.spec.evidence.JsonTypes;
import io.github.videotasks.spec.rule.HostileText;
import io.github.videotasks.spec.tree.JsonNodes;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes the enum values and constraints that pages declare for a schema.
 *
 * <p>Request values are constrained as far as all pages agree. Response values are not: gateways
 * add values at any time, and a client that rejects an unknown one fails. Their known values are
 * written as {@code x-extensible-enum}.
 */
final class ConstraintWriter {
  private ConstraintWriter() {}

  static void write(ObjectNode schema, String name, FieldEvidence evidence, boolean request) {
    String type = schema.has("type") ? schema.path("type").asText() : null;
    Map<String, JsonNode> knownValues = new LinkedHashMap<>();
    for (DeclaredSchema declared : evidence.declarations()) {
      declared.schema().path("enum").forEach(value -> add(knownValues, value, type));
    }
    if (!request && "string".equals(type)) {
      for (String observed : ExtensibleEnum.observedValues(name, evidence)) {
        add(knownValues, TextNode.valueOf(observed), type);
      }
    }
    if (!knownValues.isEmpty()) {
      boolean allKnown =
          evidence.occurrences().stream()
              .allMatch(
                  s ->
                      s.value().isNull()
                          || knownValues.containsKey(JsonNodes.fingerprint(s.value())));
      boolean closed =
          request
              && type != null
              && allKnown
              && DeclaredConstraints.hasCompleteEnum(evidence)
              && knownValues.values().stream().noneMatch(HostileText::isUnsafeEnumValue);
      ArrayNode list = schema.putArray(closed ? "enum" : ExtensibleEnum.KEYWORD);
      knownValues.values().forEach(list::add);
    }
    if (request) {
      DeclaredConstraints.write(schema, evidence, type);
    }
    DeclaredConstraints.writeAnnotations(schema, evidence);
  }

  /** Adds a value in the form of the field's type; null is not a value, but {@code nullable}. */
  private static void add(Map<String, JsonNode> values, JsonNode value, @Nullable String type) {
    JsonNode typed = type == null ? value : JsonTypes.read(value, type);
    if (typed != null && !typed.isNull()) {
      values.putIfAbsent(JsonNodes.fingerprint(typed), typed);
    }
  }
}
