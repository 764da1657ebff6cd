package io.github.videotasks.spec.write;

/** Writes texts in double quotes, the one style of YAML that can hold every character. */
final class QuotedText {
  private static final int DELETE = 0x7F;
  private static final int LAST_CONTROL = 0xA0;
  private static final int BYTE = 0xFF;

  private QuotedText() {}

  static void append(String text, StringBuilder out) {
    out.append('"');
    for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
      int c = text.codePointAt(at);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\t' -> out.append("\\t");
        case '\r' -> out.append("\\r");
        default -> {
          if (isHidden(c)) {
            out.append(String.format(c <= BYTE ? "\\x%02X" : "\\u%04X", c));
          } else {
            out.appendCodePoint(c);
          }
        }
      }
    }
    out.append('"');
  }

  /** Tells whether a character shows nothing, so that readers disagree about it, or people do. */
  static boolean isHidden(int c) {
    return c < ' '
        || (c >= DELETE && c <= LAST_CONTROL)
        || c == '\u2028'
        || c == '\u2029'
        || c == '\uFEFF'
        || c == '\uFFFE'
        || c == '\uFFFF'
        || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
  }
}
