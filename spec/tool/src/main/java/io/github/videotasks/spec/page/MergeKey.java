package io.github.videotasks.spec.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.tree.LineNumbers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Expands the YAML 1.1 merge key {@code <<: *base}: copies the properties of one or more other
 * objects, unless the object has its own. YAML 1.2 dropped the merge key, but pages still use it.
 */
final class MergeKey {
  private final LineNumbers lines;

  MergeKey(LineNumbers lines) {
    this.lines = lines;
  }

  /**
   * Expands the merge key in place. It stays as it is when its value is not an object or a list of
   * objects.
   */
  void expand(ObjectNode object) {
    JsonNode merged = object.path("<<");
    List<JsonNode> sources = merged.isArray() ? List.copyOf(toList(merged)) : List.of(merged);
    if (sources.isEmpty() || !sources.stream().allMatch(JsonNode::isObject)) {
      return;
    }
    Map<String, JsonNode> own = new LinkedHashMap<>();
    object.properties().forEach(e -> own.put(e.getKey(), e.getValue()));
    own.remove("<<");
    object.removeAll();
    for (JsonNode source : sources) {
      for (Map.Entry<String, JsonNode> entry : source.properties()) {
        if (!own.containsKey(entry.getKey()) && !object.has(entry.getKey())) {
          lines.recordKey(object, entry.getKey(), lines.lineOf(source, entry.getKey()));
          object.set(entry.getKey(), entry.getValue());
        }
      }
    }
    own.forEach(object::set);
  }

  private static List<JsonNode> toList(JsonNode array) {
    List<JsonNode> items = new ArrayList<>();
    array.forEach(items::add);
    return items;
  }
}
