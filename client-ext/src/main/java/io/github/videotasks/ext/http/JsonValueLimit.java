package io.github.videotasks.ext.http;

/**
 * Tells from the text alone how many values a JSON text has at most. Read into a tree, a short
 * value such as {@code []} takes thirty times the memory of its text, so a cap on bytes alone would
 * let an answer of a few megabytes fill a small heap.
 */
final class JsonValueLimit {

  /** Real answers have a few hundred. */
  static final int MAX = 20_000;

  private JsonValueLimit() {}

  /** Whether there are more than {@link #MAX} values; what is inside strings does not count. */
  static boolean isExceeded(String json) {
    int values = 0;
    boolean inString = false;
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      if (c == '"') {
        inString = !inString;
      } else if (inString && c == '\\') {
        i++;
      } else if (!inString && (c == ',' || c == '[' || c == '{') && ++values > MAX) {
        return true;
      }
    }
    return false;
  }
}
