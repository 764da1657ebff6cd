package io.github.videotasks.spec.completeness;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A document as text, as JSON or as block YAML, with the line of each value. */
final class PageText {
  private final boolean yaml;
  private final List<String> lines = new ArrayList<>();
  private final Map<JsonPointer, Integer> lineByPointer = new HashMap<>();

  private PageText(JsonNode root, boolean yaml) {
    this.yaml = yaml;
    write(JsonPointer.empty(), "", "", root, "");
  }

  static PageText json(JsonNode root) {
    return new PageText(root, false);
  }

  static PageText yaml(JsonNode root) {
    return new PageText(root, true);
  }

  String text() {
    return String.join("\n", lines) + "\n";
  }

  /** Returns the line of a value, from 1; 0 when the document does not have it. */
  int lineOf(JsonPointer pointer) {
    return lineByPointer.getOrDefault(pointer, 0);
  }

  private void write(JsonPointer at, String indent, String prefix, JsonNode node, String end) {
    lineByPointer.put(at, lines.size() + 1);
    if (!node.isContainerNode() || node.isEmpty()) {
      if (yaml && node.asText().equals("\n")) {
        // A block scalar of blank lines: the longest of them sets the indentation.
        lines.addAll(List.of(indent + prefix + "|+", indent + "    "));
      } else {
        lines.add(indent + prefix + node + end);
      }
      return;
    }
    boolean root = at.length() == 0;
    if (!yaml) {
      lines.add(indent + prefix + (node.isObject() ? "{" : "["));
    } else if (!root) {
      lines.add(indent + prefix);
    }
    writeChildren(at, yaml && root ? "" : indent + "  ", node);
    if (!yaml) {
      lines.add(indent + (node.isObject() ? "}" : "]") + end);
    }
  }

  private void writeChildren(JsonPointer at, String indent, JsonNode node) {
    int left = node.size();
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      String end = yaml || --left == 0 ? "" : ",";
      String prefix = TextNode.valueOf(entry.getKey()) + ": ";
      write(at.appendProperty(entry.getKey()), indent, prefix, entry.getValue(), end);
    }
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      String end = yaml || --left == 0 ? "" : ",";
      write(at.appendIndex(i), indent, yaml ? "- " : "", node.get(i), end);
    }
  }
}
