package io.github.videotasks.spec.tree;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON pointers of the nodes on lines that have several nodes, as in a document on one line. A
 * document with one node per line needs none and costs nothing.
 *
 * <p>They are recorded before any rule changes the tree, so they are the pointers in the page.
 */
final class SourcePointers {
  private record Step(@Nullable Step parent, String key) {
    String pointer() {
      return parent == null
          ? ""
          : parent.pointer() + "/" + key.replace("~", "~0").replace("/", "~1");
    }
  }

  private final IdentityHashMap<JsonNode, Step> steps = new IdentityHashMap<>();
  private final BitSet occupied = new BitSet();
  private final BitSet shared = new BitSet();

  /** Counts a key; a line that has two of them is shared. */
  void countKey(int line) {
    if (line >= 0) {
      (occupied.get(line) ? shared : occupied).set(line);
    }
  }

  /** Records the pointers of a complete tree when one of its lines has several nodes. */
  void record(JsonNode tree) {
    if (!shared.isEmpty()) {
      recordNode(tree, new Step(null, ""));
    }
  }

  // Recursion is safe: a document has at most 100 levels.
  private void recordNode(JsonNode node, Step step) {
    if (!node.isContainerNode()) {
      return;
    }
    steps.put(node, step);
    if (node instanceof ObjectNode object) {
      for (Map.Entry<String, JsonNode> entry : object.properties()) {
        recordNode(entry.getValue(), new Step(step, entry.getKey()));
      }
    } else {
      for (int i = 0; i < node.size(); i++) {
        recordNode(node.get(i), new Step(step, Integer.toString(i)));
      }
    }
  }

  /** Copies the pointer of a node to a copy of it. */
  void recordCopy(JsonNode original, JsonNode copy) {
    Step step = steps.get(original);
    if (step != null) {
      steps.put(copy, step);
    }
  }

  /** Returns the pointer of an object or array; empty when its line has no other node. */
  String of(JsonNode container, int line) {
    Step step = isShared(line) ? steps.get(container) : null;
    return step == null ? "" : step.pointer();
  }

  /** Returns the pointer of a property or item; empty when its line has no other node. */
  String of(JsonNode container, String key, int line) {
    Step parent = isShared(line) ? steps.get(container) : null;
    return parent == null ? "" : new Step(parent, key).pointer();
  }

  private boolean isShared(int line) {
    return line >= 0 && shared.get(line);
  }
}
