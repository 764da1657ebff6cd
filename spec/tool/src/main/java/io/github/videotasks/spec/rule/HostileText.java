package io.github.videotasks.spec.rule;

import com.fasterxml.jackson.databind.JsonNode;

/** Tells a name that could become code where a generator writes it. */
public final class HostileText {
  private HostileText() {}

  /** Whether a name could leave a literal or a comment. */
  static boolean isHostile(String name) {
    boolean breaksOut = name.contains("*/");
    for (int at = 0; at < name.length() && !breaksOut; at++) {
      breaksOut = isHostileChar(name.charAt(at));
    }
    return breaksOut;
  }

  /** Whether a member at any depth of a value has such a name. */
  public static boolean hasHostileKey(JsonNode value) {
    for (var member : value.properties()) {
      if (isHostile(member.getKey())) {
        return true;
      }
    }
    for (JsonNode inner : value) {
      if (hasHostileKey(inner)) {
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
