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
 * The listed values and the limits that pages declare for a place.
 *
 * <p>What a client sends may be limited, as far as all pages agree. What it receives may not:
 * gateways add words at any time, and a client that refuses an unknown one breaks; the words are
 * kept as {@code x-extensible-enum}.
 */
final class ConstraintWriter {
  private ConstraintWriter() {}

  static void write(ObjectNode schema, String name, FieldEvidence shape, boolean request) {
    Map<String, JsonNode> words = new LinkedHashMap<>();
    IdentityHashMap<Object, Boolean> uses = new IdentityHashMap<>();
    for (DeclaredSchema declared : shape.declarations()) {
      JsonNode values = declared.schema().path("enum");
      uses.merge(declared.schemaUse(), !values.isEmpty(), Boolean::logicalOr);
      values.forEach(value -> words.putIfAbsent(JsonNodes.fingerprint(value), value));
    }
    String type = schema.has("type") ? schema.path("type").asText() : null;
    if (!request && "string".equals(type)) {
      for (String word : ExtensibleEnum.observedValues(name, shape)) {
        words.putIfAbsent(JsonNodes.fingerprint(TextNode.valueOf(word)), TextNode.valueOf(word));
      }
    }
    if (!words.isEmpty() && type != null) {
      boolean shown =
          shape.occurrences().stream()
              .allMatch(s -> words.containsKey(JsonNodes.fingerprint(s.value())));
      boolean closed =
          request
              && shown
              && !uses.containsValue(false)
              && words.values().stream().allMatch(v -> DeclaredConstraints.fitsType(v, type));
      ArrayNode list = schema.putArray(closed ? "enum" : ExtensibleEnum.KEYWORD);
      words.values().forEach(list::add);
    }
    for (String keyword : request ? DeclaredConstraints.KEYWORDS : List.<String>of()) {
      JsonNode limit = DeclaredConstraints.agreedValue(shape, keyword, type);
      if (limit != null) {
        schema.set(keyword, limit.deepCopy());
      }
    }
  }
}
