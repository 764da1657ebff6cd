package io.github.videotasks.spec.finding;

/** Escapes characters that would change how a line of a message is displayed. */
public final class PrintableText {
  private PrintableText() {}

  /**
   * Returns the text with control and format characters escaped, cut to a number of characters.
   *
   * @param text any text
   * @param maxLength the number of code points to keep
   */
  public static String of(String text, int maxLength) {
    StringBuilder shown = new StringBuilder();
    text.codePoints()
        .limit(maxLength)
        .forEach(
            c -> {
              if (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT) {
                shown.append(String.format("\\u%04X", c));
              } else {
                shown.appendCodePoint(c);
              }
            });
    return text.codePointCount(0, text.length()) > maxLength ? shown + "..." : shown.toString();
  }
}
