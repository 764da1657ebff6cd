package io.github.videotasks.spec.tree;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * The line numbers of all objects, properties and items of a tree.
 *
 * <p>They are stored by the identity of objects and arrays, not by JSON pointer, because rules
 * remove and move properties and a pointer would then refer to another node.
 */
public final class LineNumbers {
  private static final ContainerLines UNKNOWN = new ContainerLines();

  private final IdentityHashMap<JsonNode, ContainerLines> lines = new IdentityHashMap<>();
  private final SourcePointers pointers = new SourcePointers();

  /** Creates a tree without lines. */
  public LineNumbers() {}

  /**
   * Records the line where an object or array begins.
   *
   * @param node a node of the page
   * @param line the line in the page, from 1
   */
  public void recordStart(ContainerNode<?> node, int line) {
    linesOf(node).start = line;
  }

  /**
   * Counts a key of the page: on a line with several of them, a node needs a JSON pointer.
   *
   * @param line the line, from 1
   */
  public void countKey(int line) {
    pointers.countKey(line);
  }

  /**
   * Records the JSON pointers of the complete tree of a page, where lines do not suffice.
   *
   * @param root the root of the page's tree
   */
  public void recordPointers(JsonNode root) {
    pointers.record(root);
  }

  /**
   * Records the line of a key.
   *
   * @param object a node of the page
   * @param key one of its keys
   * @param line the line in the page, from 1
   */
  public void recordKey(ObjectNode object, String key, int line) {
    linesOf(object).putKey(key, line);
  }

  /**
   * Records the line of the next item.
   *
   * @param array a node of the page
   * @param line the line in the page, from 1
   */
  public void recordItem(ArrayNode array, int line) {
    linesOf(array).addItem(line);
  }

  /**
   * Removes the line of an item that is removed from its array.
   *
   * @param array a node of the page
   * @param index the index of the item, from 0
   */
  public void removeItem(ArrayNode array, int index) {
    linesOf(array).removeItem(index);
  }

  private ContainerLines linesOf(JsonNode node) {
    return lines.computeIfAbsent(node, n -> new ContainerLines());
  }

  /**
   * {@return a copy of an object without one property; the others keep their lines}
   *
   * @param object not changed
   * @param key the property to leave out
   */
  public ObjectNode copyWithout(ObjectNode object, String key) {
    ObjectNode rest = JsonNodes.object();
    recordStart(rest, lineOf(object));
    pointers.recordCopy(object, rest);
    for (Map.Entry<String, JsonNode> entry : object.properties()) {
      if (!entry.getKey().equals(key)) {
        rest.set(entry.getKey(), entry.getValue());
        recordKey(rest, entry.getKey(), lineOf(object, entry.getKey()));
      }
    }
    return rest;
  }

  /**
   * {@return a deep copy of a tree; all nodes keep their lines}
   *
   * @param node any JSON value
   */
  public JsonNode copy(JsonNode node) {
    if (node instanceof ObjectNode object) {
      ObjectNode copy = JsonNodes.object();
      recordStart(copy, lineOf(object));
      pointers.recordCopy(object, copy);
      for (Map.Entry<String, JsonNode> entry : object.properties()) {
        copy.set(entry.getKey(), copy(entry.getValue()));
        recordKey(copy, entry.getKey(), lineOf(object, entry.getKey()));
      }
      return copy;
    }
    if (node instanceof ArrayNode array) {
      ArrayNode copy = JsonNodes.array();
      recordStart(copy, lineOf(array));
      pointers.recordCopy(array, copy);
      for (int i = 0; i < array.size(); i++) {
        copy.add(copy(array.get(i)));
        recordItem(copy, lineOf(array, i));
      }
      return copy;
    }
    return node;
  }

  /**
   * Adds the lines of another tree.
   *
   * @param other lines of nodes that are added to this tree
   */
  public void addAll(LineNumbers other) {
    lines.putAll(other.lines);
  }

  /**
   * {@return the JSON pointer of an object or array; empty when its line has no other node}
   *
   * @param container a node of the page
   */
  public String pointerOf(JsonNode container) {
    return pointers.of(container, lineOf(container));
  }

  /**
   * {@return the JSON pointer of a property; empty when its line has no other node}
   *
   * @param object a node of the page
   * @param key one of its keys
   */
  public String pointerOf(JsonNode object, String key) {
    return pointers.of(object, key, lineOf(object, key));
  }

  /**
   * {@return the JSON pointer of an item; empty when its line has no other node}
   *
   * @param array a node of the page
   * @param index the index of the item, from 0
   */
  public String pointerOf(JsonNode array, int index) {
    return pointers.of(array, Integer.toString(index), lineOf(array, index));
  }

  /**
   * {@return the line where an object or array begins; 0 when it does not come from a page}
   *
   * @param container any node
   */
  public int lineOf(JsonNode container) {
    return lines.getOrDefault(container, UNKNOWN).start;
  }

  /**
   * {@return the line of a key; the line of its object when the key has none}
   *
   * @param object any node
   * @param key one of its keys
   */
  public int lineOf(JsonNode object, String key) {
    return lines.getOrDefault(object, UNKNOWN).lineOf(key);
  }

  /**
   * {@return the line of an item; the line of its array when the item has none}
   *
   * @param array any node
   * @param index the index of the item, from 0
   */
  public int lineOf(JsonNode array, int index) {
    return lines.getOrDefault(array, UNKNOWN).lineOf(index);
  }
}
