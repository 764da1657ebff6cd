package io.github.videotasks.ext.payload;

import org.jspecify.annotations.Nullable;

/**
 * A text whose escapes are decoded once, with the place of each character in the original text:
 * JSON and JavaScript escapes, percent-encoding, and HTML character references. Bytes beyond ASCII
 * become characters beyond ASCII, but not the right ones; a search for ASCII ignores both.
 */
final class DecodedText {

  /** The most characters of an HTML reference, which may have zeros before its digits. */
  private static final int MAX_REFERENCE_LENGTH = 12;

  private static final String[] NAMES = {"amp", "lt", "gt", "quot", "apos"};
  private static final String NAMED = "&<>\"'";

  /** Stands for a character that a search for ASCII ignores. */
  private static final char IGNORED = '\u200b';

  private final CharSequence chars;
  private final int @Nullable [] starts;
  private final int length;

  private DecodedText(CharSequence chars, int @Nullable [] starts) {
    this.chars = chars;
    this.starts = starts;
    length = chars.length();
  }

  /** Returns a text as it is. */
  static DecodedText of(CharSequence text) {
    return new DecodedText(text, null);
  }

  /** Returns whether {@link #decode} may change a text; faster than to try it. */
  static boolean mayHaveEscapes(String text) {
    return text.indexOf('%') >= 0 || text.indexOf('\\') >= 0 || text.indexOf('&') >= 0;
  }

  int length() {
    return length;
  }

  char charAt(int index) {
    return chars.charAt(index);
  }

  /** Returns where a character begins in the original text; the end of that after the last one. */
  int start(int index) {
    return starts == null ? index : starts[index];
  }

  /** Returns this text with its escapes decoded once more; the same object if it has none. */
  DecodedText decode() {
    int from = 0;
    while (from < length && endOfEscape(from) == from + 1) {
      from++;
    }
    return from == length ? this : decodeFrom(from);
  }

  private DecodedText decodeFrom(int firstEscape) {
    StringBuilder decoded = new StringBuilder(length).append(chars, 0, firstEscape);
    int[] places = new int[length + 1];
    for (int i = 0; i < firstEscape; i++) {
      places[i] = start(i);
    }
    for (int from = firstEscape; from < length; ) {
      places[decoded.length()] = start(from);
      int end = endOfEscape(from);
      decoded.append(end == from + 1 ? charAt(from) : decodeEscape(from, end));
      from = end;
    }
    places[decoded.length()] = start(length);
    return new DecodedText(decoded, places);
  }

  /** Returns the end of the escape at a place; the next place if there is no escape. */
  private int endOfEscape(int from) {
    return switch (charAt(from)) {
      case '%' -> areHex(from + 1, 2) ? from + 3 : from + 1;
      case '&' -> endOfReference(from);
      case '\\' -> endOfBackslashEscape(from);
      default -> from + 1;
    };
  }

  private int endOfBackslashEscape(int from) {
    return switch (from + 1 < length ? charAt(from + 1) : ' ') {
      case 'u' -> areHex(from + 2, 4) ? from + 6 : from + 1;
      case 'x' -> areHex(from + 2, 2) ? from + 4 : from + 1;
      case '/', '\\', '"', '\'', 'n', 'r', 't', 'b', 'f' -> from + 2;
      default -> from + 1;
    };
  }

  private int endOfReference(int from) {
    int limit = Math.min(length, from + MAX_REFERENCE_LENGTH);
    for (int i = from + 1; i < limit; i++) {
      if (charAt(i) == ';') {
        return i > from + 1 ? i + 1 : from + 1;
      }
      if (!isDigit(charAt(i), 36) && (charAt(i) != '#' || i > from + 1)) {
        return from + 1;
      }
    }
    return from + 1;
  }

  private char decodeEscape(int from, int end) {
    String text = chars.subSequence(from, end).toString();
    if (text.charAt(0) == '%') {
      return code(text.substring(1), 16);
    }
    if (text.charAt(0) == '&') {
      return decodeReference(text.substring(1, text.length() - 1));
    }
    return switch (text.charAt(1)) {
      case 'u', 'x' -> code(text.substring(2), 16);
      case 'n', 'r', 't', 'b', 'f' -> IGNORED;
      default -> text.charAt(1);
    };
  }

  private static char decodeReference(String name) {
    for (int i = 0; i < NAMES.length; i++) {
      if (NAMES[i].equalsIgnoreCase(name)) {
        return NAMED.charAt(i);
      }
    }
    if (name.startsWith("#x") || name.startsWith("#X")) {
      return code(name.substring(2), 16);
    }
    return name.startsWith("#") ? code(name.substring(1), 10) : IGNORED;
  }

  private static char code(String digits, int radix) {
    try {
      int code = Integer.parseInt(digits, radix);
      return code > Character.MAX_VALUE ? IGNORED : (char) code;
    } catch (NumberFormatException e) {
      return IGNORED;
    }
  }

  private boolean areHex(int from, int count) {
    if (from + count > length) {
      return false;
    }
    for (int i = from; i < from + count; i++) {
      if (!isDigit(charAt(i), 16)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isDigit(char c, int radix) {
    return c < 0x7f && Character.digit(c, radix) >= 0;
  }
}
