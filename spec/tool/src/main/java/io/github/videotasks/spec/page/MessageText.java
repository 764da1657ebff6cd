package io.github.videotasks.spec.page;

/** Text of a page as it may be shown on one line of a message. */
public final class MessageText {
  private static final int MAX_LENGTH = 80;

  private MessageText() {}

  /** Gives the text without control characters and cut to 80 characters. */
  public static String excerpt(String text) {
    StringBuilder shown = new StringBuilder();
    text.codePoints()
        .limit(MAX_LENGTH)
        .forEach(
            c -> {
              if (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT) {
                shown.append(String.format("\\u%04X", c));
              } else {
                shown.appendCodePoint(c);
              }
            });
    return text.codePointCount(0, text.length()) > MAX_LENGTH ? shown + "..." : shown.toString();
  }
}
