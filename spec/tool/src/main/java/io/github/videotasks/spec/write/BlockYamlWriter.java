package io.github.videotasks.spec.write;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.tree.JsonNodes;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Writes a tree as block YAML, with the same bytes as the YAML library but much faster. The library
 * still writes each scalar that is not plain or quoted ASCII text.
 */
final class BlockYamlWriter {
  /** The library writes empty and longer keys in another form. */
  private static final int MAX_KEY_LENGTH = 100;

  private static final int INDENT = 2;
  private static final int PART_LENGTH = 8_000;

  /** Thrown for a tree that only the library can write. */
  private static final class UnsupportedTreeException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private final Function<ObjectNode, String> library;
  private final PlainScalarChecker checker = new PlainScalarChecker();
  private final Map<String, String> keys = new HashMap<>();
  private final Map<String, String> odd = new HashMap<>();
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  /** The end of the text. One odd character doubles the size of a builder: it is a part. */
  private StringBuilder out = new StringBuilder();

  private BlockYamlWriter(Function<ObjectNode, String> library) {
    this.library = library;
  }

  /**
   * Writes an object in UTF-8.
   *
   * @param library writes an object in the same style
   */
  static byte[] write(ObjectNode root, Function<ObjectNode, String> library) {
    BlockYamlWriter writer = new BlockYamlWriter(library);
    try {
      if (!root.isEmpty()) {
        writer.writeObject(root, 0, false);
        writer.flush();
        return writer.bytes.toByteArray();
      }
    } catch (UnsupportedTreeException e) {
      // Rare: an empty or very long key.
    }
    return library.apply(root).getBytes(StandardCharsets.UTF_8);
  }

  private void flush() {
    bytes.writeBytes(out.toString().getBytes(StandardCharsets.UTF_8));
    out = new StringBuilder(PART_LENGTH);
  }

  /**
   * Writes the properties of an object that is not empty.
   *
   * @param begun whether the line of the first property has begun, with the dash of a list item
   */
  private void writeObject(JsonNode object, int indent, boolean begun) {
    boolean first = begun;
    for (Map.Entry<String, JsonNode> entry : object.properties()) {
      if (out.length() > PART_LENGTH) {
        flush();
      }
      indentUnless(first, indent);
      first = false;
      out.append(keys.computeIfAbsent(entry.getKey(), this::key)).append(':');
      JsonNode value = entry.getValue();
      if (value.isObject() && !value.isEmpty()) {
        out.append('\n');
        writeObject(value, indent + INDENT, false);
      } else if (value.isArray() && !value.isEmpty()) {
        out.append('\n');
        writeArray(value, indent + INDENT, false);
      } else {
        out.append(' ');
        writeLeaf(value, indent);
      }
    }
  }

  private void writeArray(JsonNode array, int indent, boolean begun) {
    boolean first = begun;
    for (JsonNode item : array) {
      indentUnless(first, indent);
      first = false;
      out.append("- ");
      if (item.isObject() && !item.isEmpty()) {
        writeObject(item, indent + INDENT, true);
      } else if (item.isArray() && !item.isEmpty()) {
        // The library indents the dash of an inner list twice.
        out.append(" ".repeat(INDENT));
        writeArray(item, indent + 2 * INDENT, true);
      } else {
        writeLeaf(item, indent);
      }
    }
  }

  private void indentUnless(boolean begun, int indent) {
    if (!begun) {
      out.append(" ".repeat(indent));
    }
  }

  /** Writes a scalar or an empty container, and the end of the line. */
  private void writeLeaf(JsonNode value, int indent) {
    if (value.isTextual()) {
      writeText(value.textValue(), indent);
    } else if (value.isContainerNode()) {
      out.append(value.isObject() ? "{}\n" : "[]\n");
    } else if (value.isBoolean() || value.isNull() || value.isIntegralNumber()) {
      out.append(value.asText()).append('\n');
    } else {
      ObjectNode holder = JsonNodes.object();
      holder.set("k", value);
      appendIndented(library.apply(holder), indent);
    }
  }

  private void writeText(String text, int indent) {
    if (isQuotable(text)) {
      String quote = checker.needToQuoteValue(text) ? "\"" : "";
      out.append(quote).append(text).append(quote).append('\n');
    } else {
      appendIndented(
          odd.computeIfAbsent(text, t -> library.apply(JsonNodes.object().put("k", t))), indent);
    }
  }

  /** Appends what the library wrote after {@code k: }; the lines of a block are indented. */
  private void appendIndented(String written, int indent) {
    String[] lines = written.split("\n", -1);
    out.append(lines[0], "k: ".length(), lines[0].length());
    for (int i = 1; i < lines.length; i++) {
      out.append('\n');
      if (!lines[i].isEmpty()) {
        out.append(" ".repeat(indent)).append(lines[i]);
      }
    }
  }

  private String key(String name) {
    if (name.isEmpty() || name.length() > MAX_KEY_LENGTH) {
      throw new UnsupportedTreeException();
    }
    if (isQuotable(name)) {
      return checker.needToQuoteName(name) ? "\"" + name + "\"" : name;
    }
    String written = library.apply(JsonNodes.object().put(name, 0));
    if (!written.endsWith(": 0\n") || written.startsWith("? ")) {
      throw new UnsupportedTreeException();
    }
    return written.substring(0, written.length() - ": 0\n".length());
  }

  /** Returns whether a text is the same between double quotes: ASCII without escapes. */
  private static boolean isQuotable(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c > '~' || c == '"' || c == '\\') {
        return false;
      }
    }
    return true;
  }
}
