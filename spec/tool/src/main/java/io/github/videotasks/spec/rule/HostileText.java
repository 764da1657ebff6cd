package io.github.videotasks.spec.rule;

import com.fasterxml.jackson.databind.JsonNode;

/** Detects names that could become code where a generator writes them into a source file. */
public final class HostileText {
  /** The longest name: it becomes part of file names. */
  static final int MAX_LENGTH = 200;

  private HostileText() {}

  /**
   * {@return whether no field of the contract can have this name; the object stays open for it}
   *
   * @param name a property name of a page
   */
  public static boolean isUnusableName(String name) {
    return name.isBlank() || name.length() > MAX_LENGTH || isHostile(name);
  }

  /**
   * {@return whether a generator may write an enum value as code that does not compile, does
   * something, or has another value} Generators escape an apostrophe. They do not escape the
   * beginning of an expression in a string (Kotlin, Ruby), and find no name for a value without a
   * letter or digit (TypeScript).
   *
   * @param value a value of an enum
   */
  public static boolean isUnsafeEnumValue(JsonNode value) {
    String text = value.asText();
    return value.isTextual()
        && !text.isEmpty()
        && (text.length() > MAX_LENGTH
            || isHostile(text.replace('\'', ' '))
            || isTemplate(text)
            || text.codePoints().noneMatch(Character::isLetterOrDigit));
  }

  /** Returns whether a name could break out of a literal or a comment. */
  static boolean isHostile(String name) {
    boolean breaksOut = name.contains("*/");
    for (int at = 0; at < name.length() && !breaksOut; at++) {
      breaksOut = isHostileChar(name.charAt(at));
    }
    return breaksOut;
  }

  /** Returns whether Kotlin or Ruby would evaluate a part of a string literal. */
  static boolean isTemplate(String text) {
    return text.indexOf('$') >= 0 || text.contains("#{");
  }

  /**
   * {@return whether a property at any depth of a value has a name that could break out of a
   * literal or a comment}
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
