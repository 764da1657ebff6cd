package io.github.videotasks.spec.edit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.page.YamlLimits;
import io.github.videotasks.spec.tree.JsonNodes;
import io.github.videotasks.spec.tree.LineNumbers;
import java.util.IdentityHashMap;
import java.util.Map;

/** Copies nodes of an edited contract, limits their number and remembers their lines. */
final class InlineCopies {
  private final EditedContract edited;
  private final EditRefusals refusals;
  private final IdentityHashMap<JsonNode, JsonNode> origins = new IdentityHashMap<>();
  private int count;
  private int lastLine;

  InlineCopies(EditedContract edited, EditRefusals refusals) {
    this.edited = edited;
    this.refusals = refusals;
  }

  /** Returns a new object in place of an object of the edited contract. */
  ObjectNode newObject(JsonNode origin) {
    ObjectNode copy = JsonNodes.object();
    origins.put(copy, origins.getOrDefault(origin, origin));
    lastLine = lineOf(copy) == 0 ? lastLine : lineOf(copy);
    count();
    return copy;
  }

  /** Returns a deep copy of an object. */
  ObjectNode copy(ObjectNode origin) {
    ObjectNode copy = newObject(origin);
    for (Map.Entry<String, JsonNode> entry : origin.properties()) {
      copy.set(entry.getKey(), copyValue(entry.getValue()));
    }
    return copy;
  }

  /** Returns a deep copy of a value. */
  JsonNode copyValue(JsonNode value) {
    if (value instanceof ObjectNode object) {
      return copy(object);
    }
    if (value instanceof ArrayNode array) {
      ArrayNode copy = JsonNodes.array();
      origins.put(copy, origins.getOrDefault(array, array));
      array.forEach(item -> copy.add(copyValue(item)));
      return copy;
    }
    count();
    return value;
  }

  EditRefusals newRefusals() {
    return new EditRefusals(edited.file());
  }

  /** Replaces a value that keeps its line. */
  void replace(ObjectNode holder, String key, ObjectNode value) {
    JsonNode old = holder.set(key, value);
    origins.put(value, origins.getOrDefault(old, old));
  }

  /**
   * Components that refer to each other twice in a row double the inline schemas at each level.
   *
   * @throws EditRefusedException when there are too many
   */
  private void count() {
    count++;
    if (count > YamlLimits.DEFAULT.maxNodes()) {
      refusals.add(
          lastLine,
          "expected at most "
              + YamlLimits.DEFAULT.maxNodes()
              + " values once references are resolved, found more",
          "Refer to fewer components");
      refusals.throwIfAny();
    }
  }

  /** Returns the line of an object or array in the edited file. */
  int lineOf(JsonNode copy) {
    return edited.lines().lineOf(origins.getOrDefault(copy, copy));
  }

  /** Returns the line of a key in the edited file. */
  int lineOf(JsonNode copy, String key) {
    LineNumbers lines = edited.lines();
    return lines.lineOf(origins.getOrDefault(copy, copy), key);
  }
}
