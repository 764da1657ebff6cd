package io.github.videotasks.spec.merge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.evidence.Declared;
import io.github.videotasks.spec.evidence.Shape;
import io.github.videotasks.spec.tree.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The listed values and the limits that pages declare for a place.
 *
 * <p>What a client sends may be limited, as far as all pages agree. What it receives may not:
 * gateways add words at any time, and a client that refuses an unknown one breaks; the words are
 * kept as {@code x-known-values}.
 */
final class Values {
  private static final List<String> LIMITS =
      List.of(
          "default",
          "minimum",
          "maximum",
          "minLength",
          "maxLength",
          "pattern",
          "minItems",
          "maxItems");

  private Values() {}

  static void write(ObjectNode schema, Shape shape, boolean request) {
    Map<String, JsonNode> words = new LinkedHashMap<>();
    boolean all = true;
    for (Declared declared : shape.declared()) {
      JsonNode values = declared.schema().path("enum");
      all &= !values.isEmpty();
      values.forEach(value -> words.putIfAbsent(Json.fingerprint(value), value));
    }
    if (!words.isEmpty() && schema.has("type")) {
      boolean shown =
          shape.shown().stream().allMatch(s -> words.containsKey(Json.fingerprint(s.value())));
      ArrayNode list = schema.putArray(request && all && shown ? "enum" : "x-known-values");
      words.values().forEach(list::add);
    }
    if (request) {
      LIMITS.forEach(limit -> limit(schema, shape, limit));
    }
  }

  private static void limit(ObjectNode schema, Shape shape, String limit) {
    List<JsonNode> values = shape.declared().stream().map(d -> d.schema().path(limit)).toList();
    if (!values.isEmpty()
        && values.stream().distinct().count() == 1
        && !values.get(0).isMissingNode()) {
      schema.set(limit, values.get(0).deepCopy());
    }
  }
}
