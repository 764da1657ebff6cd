package io.github.videotasks.spec.write;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * Writes a tree as YAML in block style, two blanks a level.
 *
 * <p>Of YAML it uses the part that every reader agrees on: plain words, texts in double quotes,
 * literal blocks. The library that this replaced took a quarter of a merge's time, most of it to
 * choose between styles that the contract has no use for.
 */
final class BlockYaml {
  // A reader need not look further for the colon of a key.
  private static final int LONGEST_KEY = 1000;

  private final StringBuilder out = new StringBuilder();

  private BlockYaml() {}

  /** Gives the object as text that ends with a line feed. */
  static String write(ObjectNode root) {
    BlockYaml yaml = new BlockYaml();
    if (root.isEmpty()) {
      yaml.out.append("{}\n");
    }
    yaml.members(root, 0, true);
    return yaml.out.toString();
  }

  /** Writes an object's members; the first one goes on in the line when that is begun. */
  private void members(ObjectNode object, int level, boolean begun) {
    boolean inLine = begun;
    for (Map.Entry<String, JsonNode> member : object.properties()) {
      indent(inLine ? 0 : level);
      inLine = false;
      key(member.getKey(), level);
      value(member.getValue(), level);
    }
  }

  private void key(String key, int level) {
    if (key.length() <= LONGEST_KEY) {
      name(key);
      out.append(':');
    } else {
      out.append("? ");
      name(key);
      out.append('\n');
      indent(level);
      out.append(':');
    }
  }

  private void name(String key) {
    if (PlainText.is(key)) {
      out.append(key);
    } else {
      QuotedText.append(key, out);
    }
  }

  /** Writes what follows a key's colon. */
  private void value(JsonNode value, int level) {
    if (value instanceof ObjectNode object && !object.isEmpty()) {
      out.append('\n');
      members(object, level + 1, false);
    } else if (value instanceof ArrayNode array && !array.isEmpty()) {
      out.append('\n');
      items(array, level + 1, false);
    } else {
      out.append(' ');
      scalar(value, level);
    }
  }

  private void items(ArrayNode array, int level, boolean begun) {
    boolean inLine = begun;
    for (JsonNode item : array) {
      indent(inLine ? 0 : level);
      inLine = false;
      out.append("- ");
      if (item instanceof ObjectNode object && !object.isEmpty()) {
        members(object, level + 1, true);
      } else if (item instanceof ArrayNode inner && !inner.isEmpty()) {
        items(inner, level + 1, true);
      } else {
        scalar(item, level);
      }
    }
  }

  private void scalar(JsonNode value, int level) {
    if (value.isContainerNode()) {
      out.append(value.isObject() ? "{}" : "[]");
    } else if (!value.isTextual()) {
      out.append(value.asText());
    } else if (PlainText.is(value.textValue())) {
      out.append(value.textValue());
    } else if (LiteralText.is(value.textValue())) {
      literal(value.textValue(), level + 1);
    } else {
      QuotedText.append(value.textValue(), out);
    }
    out.append('\n');
  }

  private void literal(String text, int level) {
    boolean ended = text.endsWith("\n");
    out.append(ended ? "|" : "|-");
    String lines = ended ? text.substring(0, text.length() - 1) : text;
    for (String line : lines.split("\n", -1)) {
      out.append('\n');
      if (!line.isEmpty()) {
        indent(level);
        out.append(line);
      }
    }
  }

  private void indent(int level) {
    for (int n = 0; n < level; n++) {
      out.append("  ");
    }
  }
}
