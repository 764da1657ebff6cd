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
 * A document written with one property per line, so that one property can be omitted without moving
 * the others to other lines.
 */
final class OnePropertyPerLineDocument {
  private static final String HEADER = "# A page\n\n```yaml\n";
  private static final int HEADER_LINES = 3;

  private final JsonNode root;
  private final List<String> lines = new ArrayList<>();
  private final Map<JsonPointer, Integer> lineByProperty = new LinkedHashMap<>();
  private @Nullable JsonPointer omitted;

  OnePropertyPerLineDocument(JsonNode root) {
    this.root = root;
    write(JsonPointer.empty(), "", root, false);
  }

  /** Returns the page with all properties. */
  String page() {
    return HEADER + String.join("\n", lines) + "\n```\n";
  }

  JsonNode root() {
    return root;
  }

  /** Returns the line number of each property on the page. */
  Map<JsonPointer, Integer> propertyLines() {
    return lineByProperty;
  }

  /** Returns the page without one property; its lines are empty. */
  String pageWithout(JsonPointer property) {
    OnePropertyPerLineDocument other = new OnePropertyPerLineDocument(root, property);
    return other.page();
  }

  private OnePropertyPerLineDocument(JsonNode root, JsonPointer omitted) {
    this.root = root;
    this.omitted = omitted;
    write(JsonPointer.empty(), "", root, false);
  }

  private void write(JsonPointer at, String prefix, JsonNode node, boolean silent) {
    boolean quiet = silent || at.equals(omitted);
    if (at.length() > 0) {
      lineByProperty.put(at, lines.size() + 1 + HEADER_LINES);
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
