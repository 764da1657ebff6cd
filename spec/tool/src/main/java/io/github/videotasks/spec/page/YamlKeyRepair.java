package io.github.videotasks.spec.page;

import org.jspecify.annotations.Nullable;

/**
 * Rewrites keys that SnakeYAML Engine refuses: keys of more than 1,024 characters, quoted keys of
 * several lines in a flow mapping, and empty keys.
 */
final class YamlKeyRepair {
  private static final int MAX_LENGTH = 1_024;

  private final String text;

  /** The place of the colon that ends the key. */
  private final int colon;

  /**
   * Creates a repair.
   *
   * @param refused where the parser stopped: at the colon, or at blanks before it
   */
  YamlKeyRepair(String text, int refused) {
    int at = refused;
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
    this.text = text;
    this.colon = at;
  }

  private boolean isAtColon() {
    return colon < text.length() && text.charAt(colon) == ':';
  }

  /** Writes an empty key as an empty string; null if there is none. */
  @Nullable String quoteEmptyKey() {
    return isAtColon() ? text.substring(0, colon) + "\"\"" + text.substring(colon) : null;
  }

  /**
   * Replaces a key before the colon that is too long, or has several lines.
   *
   * @param flow whether it is in braces or brackets, where a key may have several lines
   * @return null if the key is not the reason of the refusal
   */
  @Nullable String replaceLongKey(boolean flow, YamlPlaceholders placeholders) {
    if (!isAtColon()) {
      return null;
    }
    int end = colon;
    while (end > 0 && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    int start = end == 0 ? 0 : start(end, flow);
    String key = text.substring(start, end);
    long lines = text.substring(start, colon).chars().filter(c -> c == '\n').count();
    // A plain text of several lines is rather a list or an object whose end is missing.
    boolean quoted = key.startsWith("\"") || key.startsWith("'");
    if (lines == 0 ? key.length() <= MAX_LENGTH : !flow || !quoted) {
      return null;
    }
    String placeholder = placeholders.replaceKey(key);
    // The lines of the key follow its colon, so that all others keep their numbers.
    return placeholder == null
        ? null
        : text.substring(0, start)
            + placeholder
            + ":"
            + "\n".repeat((int) lines)
            + text.substring(colon + 1);
  }

  private int start(int end, boolean flow) {
    return switch (text.charAt(end - 1)) {
      case '"' -> quoteBefore(end - 1);
      case '\'' -> apostropheBefore(end - 1);
      default -> plainStart(end, flow);
    };
  }

  /** Returns the place of the quote that begins a string: the last one without a backslash. */
  private int quoteBefore(int end) {
    for (int at = end - 1; at > 0; at--) {
      if (text.charAt(at) == '"') {
        int before = at;
        while (before > 0 && text.charAt(before - 1) == '\\') {
          before--;
        }
        if ((at - before) % 2 == 0) {
          return at;
        }
        at = before;
      }
    }
    return 0;
  }

  /** Returns the place of the apostrophe that begins a string: the last one that is not doubled. */
  private int apostropheBefore(int end) {
    for (int at = end - 1; at > 0; at--) {
      if (text.charAt(at) == '\'') {
        if (text.charAt(at - 1) != '\'') {
          return at;
        }
        at--;
      }
    }
    return 0;
  }

  private int plainStart(int end, boolean flow) {
    int at = end;
    while (at > 0
        && (flow ? ",{[".indexOf(text.charAt(at - 1)) < 0 : text.charAt(at - 1) != '\n')) {
      at--;
    }
    // Of a block, without the indentation and the dashes of lists.
    while (at < end
        && (Character.isWhitespace(text.charAt(at))
            || (!flow
                && "-?".indexOf(text.charAt(at)) >= 0
                && Character.isWhitespace(text.charAt(at + 1))))) {
      at++;
    }
    return at;
  }
}
