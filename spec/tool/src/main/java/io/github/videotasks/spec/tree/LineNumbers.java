package io.github.videotasks.spec.tree;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * The line of every member of a tree.
 *
 * <p>Lines hang on the identity of objects and arrays, not on pointers, because rules remove and
 * move members and a pointer would then name another place.
 */
public final class LineNumbers {
  private final IdentityHashMap<JsonNode, Integer> starts = new IdentityHashMap<>();
  private final IdentityHashMap<JsonNode, Map<String, Integer>> fields = new IdentityHashMap<>();
  private final IdentityHashMap<JsonNode, List<Integer>> items = new IdentityHashMap<>();

  /** Notes where an object or array begins. */
  public void recordStart(ContainerNode<?> node, int line) {
    starts.put(node, line);
  }

  /** Notes the line of a key. */
  public void recordKey(ObjectNode object, String key, int line) {
    fields.computeIfAbsent(object, o -> new HashMap<>()).put(key, line);
  }

  /** Notes the line of the next item. */
  public void recordItem(ArrayNode array, int line) {
    items.computeIfAbsent(array, a -> new ArrayList<>()).add(line);
  }

  /** Forgets the line of an item that is taken out of its array. */
  public void removeItem(ArrayNode array, int index) {
    List<Integer> known = items.get(array);
    if (known != null && index < known.size()) {
      known.remove(index);
    }
  }

  /** Gives an object that holds the same members but one; each keeps its line. */
  public ObjectNode copyWithout(ObjectNode object, String key) {
    ObjectNode rest = JsonNodes.object();
    recordStart(rest, lineOf(object));
    for (Map.Entry<String, JsonNode> entry : object.properties()) {
      if (!entry.getKey().equals(key)) {
        rest.set(entry.getKey(), entry.getValue());
        recordKey(rest, entry.getKey(), lineOf(object, entry.getKey()));
      }
    }
    return rest;
  }

  /** Gives a copy of a tree; each member keeps its line. */
  public JsonNode copy(JsonNode node) {
    if (node instanceof ObjectNode object) {
      ObjectNode copy = JsonNodes.object();
      recordStart(copy, lineOf(object));
      for (Map.Entry<String, JsonNode> entry : object.properties()) {
        copy.set(entry.getKey(), copy(entry.getValue()));
        recordKey(copy, entry.getKey(), lineOf(object, entry.getKey()));
      }
      return copy;
    }
    if (node instanceof ArrayNode array) {
      ArrayNode copy = JsonNodes.array();
      recordStart(copy, lineOf(array));
      for (int i = 0; i < array.size(); i++) {
        copy.add(copy(array.get(i)));
        recordItem(copy, lineOf(array, i));
      }
      return copy;
    }
    return node;
  }

  /** Takes over the lines of another tree. */
  public void addAll(LineNumbers other) {
    starts.putAll(other.starts);
    fields.putAll(other.fields);
    items.putAll(other.items);
  }

  /** Gives the line where an object or array begins; 0 when it comes from no page. */
  public int lineOf(JsonNode container) {
    return starts.getOrDefault(container, 0);
  }

  /** Gives the line of a key, else of its object. */
  public int lineOf(JsonNode object, String key) {
    Integer line = fields.getOrDefault(object, Map.of()).get(key);
    return line == null ? lineOf(object) : line;
  }

  /** Gives the line of an item, else of its array. */
  public int lineOf(JsonNode array, int index) {
    List<Integer> known = items.getOrDefault(array, List.of());
    return index < known.size() ? known.get(index) : lineOf(array);
  }
}
