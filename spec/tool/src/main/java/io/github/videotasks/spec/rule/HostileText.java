package io.github.videotasks.spec.rule;

import com.fasterxml.jackson.databind.JsonNode;

/** Detects names that could become code where a generator writes them into a source file. */
public final class HostileText {
  private HostileText() {}

  /** Returns whether a name could break out of a literal or a comment. */
  static boolean isHostile(String name) {
    boolean breaksOut = name.contains("*/");
    for (int at = 0; at < name.length() && !breaksOut; at++) {
      breaksOut = isHostileChar(name.charAt(at));
    }
    return breaksOut;
  }

  /**
   * Returns whether a property at any depth of a value has a name that could break out of a literal
   * or a comment.
   *
   * @param value any JSON value
   */
  public static boolean hasHostileKey(JsonNode value) {
    for (var property : value.properties()) {
      if (isHostile(property.getKey())) {
        return true;
      }
    }
    for (JsonNode child : value) {
      if (hasHostileKey(child)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isHostileChar(char c) {
    return c == '"'
        || c == '\''
        || c == '`'
        || c == '\\'
        || Character.isISOControl(c)
        || Character.getType(c) == Character.FORMAT
        || Character.getType(c) == Character.LINE_SEPARATOR
        || Character.getType(c) == Character.PARAGRAPH_SEPARATOR;
  }
}
