package io.github.videotasks.spec.finding;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Escapes characters that would change how a line of a message is displayed. */
public final class PrintableText {
  private PrintableText() {}

  /**
   * {@return the whole text with control and format characters escaped}
   *
   * @param text any text
   */
  public static String of(String text) {
    return of(text, Integer.MAX_VALUE);
  }

  /**
   * {@return the whole text with control and format characters escaped, except line feeds}
   *
   * @param text any text
   */
  public static String lines(String text) {
    return Arrays.stream(text.split("\n", -1))
        .map(PrintableText::of)
        .collect(Collectors.joining("\n"));
  }

  /**
   * {@return the text with control and format characters escaped, cut to a number of characters}
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
              if (isInvisible(c)) {
                shown.append(String.format("\\u%04X", c));
              } else {
                shown.appendCodePoint(c);
              }
            });
    return text.codePointCount(0, text.length()) > maxLength ? shown + "..." : shown.toString();
  }

  /**
   * {@return whether a character changes how a line is displayed, or is none}
   *
   * @param c a code point
   */
  public static boolean isInvisible(int c) {
    int type = Character.getType(c);
    return Character.isISOControl(c)
        || type == Character.FORMAT
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR
        || type == Character.SURROGATE
        || (c & 0xFFFE) == 0xFFFE;
  }
}
