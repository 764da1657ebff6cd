package io.github.videotasks.spec.review;

/**
 * Two values divided into what they have in common at the start and at the end, and the middle that
 * differs.
 *
 * @param before the parts of the old value
 * @param after the parts of the new value
 */
record ValueDifference(Parts before, Parts after) {
  /** Three parts of one value; together they are the value. */
  record Parts(String start, String middle, String end) {
    boolean isEmpty() {
      return start.isEmpty() && middle.isEmpty() && end.isEmpty();
    }

    /** Returns whether only a part of the value differs. */
    boolean isPartial() {
      return !middle.isEmpty() && !(start.isEmpty() && end.isEmpty());
    }
  }

  static ValueDifference between(String before, String after) {
    int shorter = Math.min(before.length(), after.length());
    int start = 0;
    while (start < shorter && before.charAt(start) == after.charAt(start)) {
      start++;
    }
    start = wordStart(before, after, start);
    int end = 0;
    while (end < shorter - start
        && before.charAt(before.length() - 1 - end) == after.charAt(after.length() - 1 - end)) {
      end++;
    }
    end = wordEnd(before, after, end);
    return new ValueDifference(parts(before, start, end), parts(after, start, end));
  }

  /** Steps back to the start of a word, which is read as a whole; so no character is divided. */
  private static int wordStart(String before, String after, int start) {
    int at = start;
    while (at > 0 && (continuesWord(before, at) || continuesWord(after, at))) {
      at--;
    }
    return at;
  }

  private static int wordEnd(String before, String after, int end) {
    int length = end;
    while (length > 0
        && (continuesWord(before, before.length() - length)
            || continuesWord(after, after.length() - length))) {
      length--;
    }
    return length;
  }

  /** Returns whether a word, or a character of two units, has letters on both sides of an index. */
  private static boolean continuesWord(String text, int index) {
    return index > 0
        && index < text.length()
        && isWordUnit(text.charAt(index - 1))
        && isWordUnit(text.charAt(index));
  }

  private static boolean isWordUnit(char unit) {
    return Character.isLetterOrDigit(unit) || Character.isSurrogate(unit);
  }

  private static Parts parts(String value, int start, int end) {
    return new Parts(
        value.substring(0, start),
        value.substring(start, value.length() - end),
        value.substring(value.length() - end));
  }
}
