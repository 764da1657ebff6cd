package io.github.videotasks.spec.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.tree.LineNumbers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads {@code <<: *base} as YAML 1.1 does: the members of the other object, or objects, stand here
 * unless the object has its own. YAML 1.2 dropped it, and pages go on using it.
 */
final class MergeKey {
  private final LineNumbers lines;

  MergeKey(LineNumbers lines) {
    this.lines = lines;
  }

  /** Takes over the members in place; a merge of anything but objects stays as it is. */
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
