package io.github.videotasks.spec.page;

/** Text of a page as it may be shown on one line of a message. */
public final class Texts {
  private static final int LONGEST = 80;

  private Texts() {}

  /** Gives the text without control characters and cut to 80 characters. */
  public static String shown(String text) {
    StringBuilder shown = new StringBuilder();
    text.codePoints()
        .limit(LONGEST)
        .forEach(
            c -> {
              if (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT) {
                shown.append(String.format("\\u%04X", c));
              } else {
                shown.appendCodePoint(c);
              }
            });
    return text.codePointCount(0, text.length()) > LONGEST ? shown + "..." : shown.toString();
  }
}
