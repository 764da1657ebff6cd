package io.github.videotasks.spec.merge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.videotasks.spec.evidence.DeclaredConstraints;
import io.github.videotasks.spec.evidence.DeclaredSchema;
import io.github.videotasks.spec.evidence.FieldEvidence;
import io.github.videotasks.spec.tree.JsonNodes;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
    Map<String, JsonNode> knownValues = new LinkedHashMap<>();
    IdentityHashMap<Object, Boolean> uses = new IdentityHashMap<>();
    for (DeclaredSchema declared : evidence.declarations()) {
      JsonNode values = declared.schema().path("enum");
      uses.merge(declared.schemaUse(), !values.isEmpty(), Boolean::logicalOr);
      values.forEach(value -> knownValues.putIfAbsent(JsonNodes.fingerprint(value), value));
    }
    String type = schema.has("type") ? schema.path("type").asText() : null;
    if (!request && "string".equals(type)) {
      for (String observed : ExtensibleEnum.observedValues(name, evidence)) {
        TextNode text = TextNode.valueOf(observed);
        knownValues.putIfAbsent(JsonNodes.fingerprint(text), text);
      }
    }
    if (!knownValues.isEmpty() && type != null) {
      boolean allKnown =
          evidence.occurrences().stream()
              .allMatch(s -> knownValues.containsKey(JsonNodes.fingerprint(s.value())));
      boolean closed =
          request
              && allKnown
              && !uses.containsValue(false)
              && knownValues.values().stream().allMatch(v -> DeclaredConstraints.fitsType(v, type));
      ArrayNode list = schema.putArray(closed ? "enum" : ExtensibleEnum.KEYWORD);
      knownValues.values().forEach(list::add);
    }
    for (String keyword : request ? DeclaredConstraints.KEYWORDS : List.<String>of()) {
      JsonNode limit = DeclaredConstraints.agreedValue(evidence, keyword, type);
      if (limit != null) {
        schema.set(keyword, limit.deepCopy());
      }
    }
  }
}
