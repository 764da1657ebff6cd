package io.github.videotasks.spec.edit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.page.MessageText;
import io.github.videotasks.spec.tree.JsonNodes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The places where an edited contract differs from an expected one, in the order of the file. */
final class EditDifferences {
  /**
   * One difference.
   *
   * @param pointer its place in the contract
   * @param line the line of the edited file; that of the key that follows for a missing one
   * @param message what was expected and found
   */
  record Difference(String pointer, int line, String message) {}

  private final EditedContract edited;
  private final List<Difference> differences = new ArrayList<>();

  private EditDifferences(EditedContract edited) {
    this.edited = edited;
  }

  static List<Difference> between(JsonNode expected, EditedContract edited) {
    EditDifferences comparison = new EditDifferences(edited);
    comparison.compare("", expected, edited.root(), 1);
    return comparison.differences;
  }

  private void compare(String pointer, JsonNode expected, JsonNode found, int line) {
    if (expected instanceof ObjectNode before && found instanceof ObjectNode after) {
      compareObjects(pointer, before, after, line);
    } else if (expected.isArray() && found.isArray()) {
      compareArrays(pointer, expected, found, line);
    } else if (!JsonNodes.compact(expected).equals(JsonNodes.compact(found))) {
      add(
          pointer,
          line,
          expected.isValueNode() && found.isValueNode()
              ? DifferingText.expectedFound(expected.asText(), found.asText())
              : "expected " + what(expected) + ", found " + what(found));
    }
  }

  private void compareObjects(String pointer, ObjectNode before, ObjectNode after, int line) {
    int differing = differences.size();
    int next = lastLine(after, line);
    List<String> expected = keys(before);
    Collections.reverse(expected);
    for (String key : expected) {
      if (after.has(key)) {
        next = edited.lines().lineOf(after, key);
      } else {
        add(pointer + "/" + key, next, "expected '" + excerpt(key) + "' here, found none");
      }
    }
    for (String key : keys(after)) {
      int at = edited.lines().lineOf(after, key);
      if (before.has(key)) {
        compare(pointer + "/" + key, before.get(key), after.get(key), at);
      } else {
        add(pointer + "/" + key, at, "expected no '" + excerpt(key) + "', found it");
      }
    }
    if (differing == differences.size()) {
      compareOrder(pointer, keys(before), keys(after), after);
    }
  }

  /** Returns the line of the last key or item below a node. */
  private int lastLine(JsonNode node, int line) {
    int last = line;
    if (node instanceof ObjectNode object && !object.isEmpty()) {
      List<String> keys = keys(object);
      String key = keys.get(keys.size() - 1);
      last = lastLine(object.get(key), edited.lines().lineOf(object, key));
    } else if (node.isArray() && !node.isEmpty()) {
      int index = node.size() - 1;
      last = lastLine(node.get(index), edited.lines().lineOf(node, index));
    }
    return last;
  }

  private void compareOrder(
      String pointer, List<String> expected, List<String> found, ObjectNode node) {
    for (int i = 0; i < found.size(); i++) {
      if (!expected.get(i).equals(found.get(i))) {
        String key = found.get(i);
        add(
            pointer + "/" + key,
            edited.lines().lineOf(node, key),
            "expected '"
                + excerpt(expected.get(i))
                + "' before '"
                + excerpt(key)
                + "', found it"
                + " after");
        return;
      }
    }
  }

  private void compareArrays(String pointer, JsonNode before, JsonNode after, int line) {
    for (int i = 0; i < Math.min(before.size(), after.size()); i++) {
      compare(pointer + "/" + i, before.get(i), after.get(i), edited.lines().lineOf(after, i));
    }
    if (before.size() != after.size()) {
      int last = after.isEmpty() ? line : edited.lines().lineOf(after, after.size() - 1);
      add(
          pointer,
          last,
          "expected a list of " + before.size() + ", found a list of " + after.size());
    }
  }

  private void add(String pointer, int line, String message) {
    differences.add(new Difference(pointer, line, message));
  }

  private static String what(JsonNode value) {
    return value.isValueNode()
        ? "'" + MessageText.excerpt(value.asText()) + "'"
        : value.isObject() ? "an object" : "a list of " + value.size();
  }

  private static List<String> keys(ObjectNode node) {
    List<String> keys = new ArrayList<>();
    node.fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  private static String excerpt(String key) {
    return MessageText.excerpt(key);
  }
}
