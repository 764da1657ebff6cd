package io.github.videotasks.spec.merge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.videotasks.spec.evidence.Declared;
import io.github.videotasks.spec.evidence.DeclaredLimits;
import io.github.videotasks.spec.evidence.Shape;
import io.github.videotasks.spec.tree.Json;
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
final class Values {
  private Values() {}

  static void write(ObjectNode schema, String name, Shape shape, boolean request) {
    Map<String, JsonNode> words = new LinkedHashMap<>();
    IdentityHashMap<Object, Boolean> uses = new IdentityHashMap<>();
    for (Declared declared : shape.declared()) {
      JsonNode values = declared.schema().path("enum");
      uses.merge(declared.use(), !values.isEmpty(), Boolean::logicalOr);
      values.forEach(value -> words.putIfAbsent(Json.fingerprint(value), value));
    }
    String type = schema.has("type") ? schema.path("type").asText() : null;
    if (!request && "string".equals(type)) {
      for (String word : KnownWords.shown(name, shape)) {
        words.putIfAbsent(Json.fingerprint(TextNode.valueOf(word)), TextNode.valueOf(word));
      }
    }
    if (!words.isEmpty() && type != null) {
      boolean shown =
          shape.shown().stream().allMatch(s -> words.containsKey(Json.fingerprint(s.value())));
      boolean closed =
          request
              && shown
              && !uses.containsValue(false)
              && words.values().stream().allMatch(v -> DeclaredLimits.fitsType(v, type));
      ArrayNode list = schema.putArray(closed ? "enum" : KnownWords.KEY);
      words.values().forEach(list::add);
    }
    for (String keyword : request ? DeclaredLimits.KEYWORDS : List.<String>of()) {
      JsonNode limit = DeclaredLimits.agreed(shape, keyword, type);
      if (limit != null) {
        schema.set(keyword, limit.deepCopy());
      }
    }
  }
}
