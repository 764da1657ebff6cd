package io.github.videotasks.spec;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A document written with one member a line, so that one member can be left out and every other one
 * keeps its line.
 */
final class LineMembers {
  private static final String HEAD = "# A page\n\n```yaml\n";
  private static final int HEAD_LINES = 3;

  private final JsonNode root;
  private final List<String> lines = new ArrayList<>();
  private final Map<JsonPointer, Integer> firstLine = new LinkedHashMap<>();
  private @Nullable JsonPointer skipped;

  LineMembers(JsonNode root) {
    this.root = root;
    write(JsonPointer.empty(), "", root, false);
  }

  /** Gives the page with everything in it. */
  String page() {
    return HEAD + String.join("\n", lines) + "\n```\n";
  }

  JsonNode root() {
    return root;
  }

  /** Gives every member with its line in the page. */
  Map<JsonPointer, Integer> members() {
    return firstLine;
  }

  /** Gives the page without one member. */
  String without(JsonPointer member) {
    LineMembers other = new LineMembers(root, member);
    return other.page();
  }

  private LineMembers(JsonNode root, JsonPointer skipped) {
    this.root = root;
    this.skipped = skipped;
    write(JsonPointer.empty(), "", root, false);
  }

  private void write(JsonPointer at, String prefix, JsonNode node, boolean silent) {
    boolean quiet = silent || at.equals(skipped);
    if (at.length() > 0) {
      firstLine.put(at, lines.size() + 1 + HEAD_LINES);
    }
    String comma = at.length() == 0 ? "" : ",";
    if (!node.isContainerNode() || node.isEmpty()) {
      add(quiet, prefix + node + comma);
      return;
    }
    add(quiet, prefix + (node.isObject() ? "{" : "["));
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      write(
          at.appendProperty(entry.getKey()),
          TextNode.valueOf(entry.getKey()) + ": ",
          entry.getValue(),
          quiet);
    }
    for (int i = 0; i < node.size() && node.isArray(); i++) {
      write(at.appendIndex(i), "", node.get(i), quiet);
    }
    add(quiet, (node.isObject() ? "}" : "]") + comma);
  }

  private void add(boolean quiet, String line) {
    lines.add(quiet ? "" : line);
  }
}
