package io.github.videotasks.spec.edit;

import io.github.videotasks.spec.page.MessageText;

/** Quotes two texts for a message; of long texts, the part where they begin to differ. */
final class DifferingText {
  private static final int MAX_LENGTH = 80;
  private static final int CONTEXT = 30;

  private DifferingText() {}

  /** Returns {@code expected 'a', found 'b'}. */
  static String expectedFound(String expected, String found) {
    int from = 0;
    if (Math.max(expected.length(), found.length()) > MAX_LENGTH) {
      int limit = Math.min(expected.length(), found.length());
      while (from < limit && expected.charAt(from) == found.charAt(from)) {
        from++;
      }
      from = Math.max(0, from - CONTEXT);
    }
    return "expected '" + part(expected, from) + "', found '" + part(found, from) + "'";
  }

  private static String part(String text, int from) {
    return (from == 0 ? "" : "...") + MessageText.excerpt(text.substring(from));
  }
}
