package io.github.videotasks.spec.write;

/** Says which texts YAML may show as a literal block: several lines as they are. */
final class LiteralText {
  private LiteralText() {}

  /**
   * Tells whether every reader gives such a block back to the letter: no blank begins or ends it or
   * ends a line, at most one line feed ends it, and every character shows.
   */
  static boolean is(String text) {
    if (text.indexOf('\n') < 0 || text.endsWith("\n\n") || text.isBlank()) {
      return false;
    }
    char first = text.charAt(0);
    if (first == ' ' || first == '\n' || text.contains(" \n") || text.endsWith(" ")) {
      return false;
    }
    for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
      int c = text.codePointAt(at);
      if (c != '\n' && QuotedText.isHidden(c)) {
        return false;
      }
    }
    return true;
  }
}
