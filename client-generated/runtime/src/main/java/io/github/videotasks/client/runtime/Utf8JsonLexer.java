package io.github.videotasks.client.runtime;

import com.squareup.moshi.JsonEncodingException;
import com.squareup.moshi.JsonReader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * JSON lexer for UTF-8 bytes: a cursor that reads strings, numbers and literals. Its exceptions
 * contain the path and the byte offset of the cursor.
 */
abstract sealed class Utf8JsonLexer permits Utf8JsonReader {
  /** A number with more digits may not fit a long. */
  static final int MAX_LONG_DIGITS = 18;

  private static final long ONES = 0x0101010101010101L;
  private static final long HIGH_BITS = 0x8080808080808080L;
  private static final long QUOTE_BYTES = '"' * ONES;
  private static final long BACKSLASH_BYTES = '\\' * ONES;

  final byte[] bytes;
  private final ByteBuffer words;
  final int start;
  final int end;
  private final @Nullable JsonReader outerReader;
  int position;

  Utf8JsonLexer(byte[] bytes, int start, int end, @Nullable JsonReader outer) {
    this.bytes = bytes;
    this.words = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    this.start = start;
    this.end = end;
    this.outerReader = outer;
    this.position = start;
  }

  /** Returns the first byte of the next token without consuming it. */
  final byte peek() throws JsonEncodingException {
    for (int i = position; i < end; i++) {
      byte found = bytes[i];
      if (found > ' ' || !isWhitespace(found)) {
        position = i;
        return found;
      }
    }
    position = end;
    throw unexpectedEnd();
  }

  static boolean isWhitespace(byte found) {
    return found == ' ' || found == '\n' || found == '\r' || found == '\t';
  }

  /**
   * Consumes true, false or null in upper or lower case, as Moshi does. Python, for example, writes
   * {@code True}.
   */
  final void expectLiteral(String literal) throws JsonEncodingException {
    for (int i = 0; i < literal.length(); i++) {
      if (position + i == end) {
        position = end;
        throw unexpectedEnd();
      }
      if ((bytes[position + i] | 0x20) != literal.charAt(i)) {
        throw syntaxError("expected a JSON value");
      }
    }
    position += literal.length();
  }

  /**
   * Reads a number.
   *
   * @param first the first byte of the number, under the cursor
   * @return a Long if its decimal form equals the text, else the text
   */
  final Object readNumber(byte first) throws JsonEncodingException {
    int from = position;
    int i = first == '-' ? from + 1 : from;
    int digits = i;
    long value = 0;
    while (i < end && isDigit(bytes[i])) {
      value = value * 10 + (bytes[i] - '0');
      i++;
    }
    int count = i - digits;
    if (count == 0 || (count > 1 && bytes[digits] == '0')) {
      if (count > 0) {
        position = digits;
        throw syntaxError("expected no leading zero");
      }
      position = i == end ? end : from;
      throw i == end ? unexpectedEnd() : syntaxError("expected a JSON value");
    }
    if (i < end && (bytes[i] == '.' || (bytes[i] | 0x20) == 'e')) {
      i = skipFraction(i);
    } else if (count <= MAX_LONG_DIGITS && (value != 0 || first != '-')) {
      position = i;
      return first == '-' ? -value : value;
    }
    position = i;
    return asciiString(from, i);
  }

  private int skipFraction(int dotOrExponent) throws JsonEncodingException {
    int i = dotOrExponent;
    if (bytes[i] == '.') {
      i = skipDigits(i + 1);
    }
    if (i < end && (bytes[i] | 0x20) == 'e') {
      i++;
      if (i < end && (bytes[i] == '+' || bytes[i] == '-')) {
        i++;
      }
      i = skipDigits(i);
    }
    return i;
  }

  private int skipDigits(int from) throws JsonEncodingException {
    int i = from;
    while (i < end && isDigit(bytes[i])) {
      i++;
    }
    if (i == from) {
      position = i;
      throw i == end ? unexpectedEnd() : syntaxError("expected a digit");
    }
    return i;
  }

  private static boolean isDigit(byte found) {
    return found >= '0' && found <= '9';
  }

  /** Reads the string that begins under the cursor and returns its unescaped content. */
  final String readString() throws JsonEncodingException {
    int from = position + 1;
    int close = indexOfSpecialByte(from);
    if (close < end && bytes[close] == '"') {
      position = close + 1;
      return asciiString(from, close);
    }
    return readStringSlowPath(from, close);
  }

  private String asciiString(int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
  }

  /**
   * Reads a string with escapes or with characters beyond ASCII. Invalid UTF-8 becomes U+FFFD, as
   * with Moshi.
   */
  private String readStringSlowPath(int from, int firstOdd) throws JsonEncodingException {
    StringBuilder out = null;
    int done = from;
    int i = firstOdd;
    while (i < end) {
      if (bytes[i] == '"') {
        position = i + 1;
        String rest = new String(bytes, done, i - done, StandardCharsets.UTF_8);
        return out == null ? rest : out.append(rest).toString();
      }
      if (bytes[i] == '\\') {
        out = out == null ? new StringBuilder() : out;
        out.append(new String(bytes, done, i - done, StandardCharsets.UTF_8));
        i = readEscape(i, out);
        done = i;
      } else {
        i = indexOfSpecialByte(i + 1);
      }
    }
    position = end;
    throw unexpectedEnd();
  }

  /** Appends the character of the escape sequence at the index and returns the index after it. */
  private int readEscape(int index, StringBuilder out) throws JsonEncodingException {
    position = index;
    if (index + 1 == end) {
      position = end;
      throw unexpectedEnd();
    }
    char found = (char) (bytes[index + 1] & 0xff);
    switch (found) {
      case 'u' -> {
        out.append(readHex(index + 2));
        return index + 6;
      }
      case 'n' -> out.append('\n');
      case 't' -> out.append('\t');
      case 'r' -> out.append('\r');
      case 'b' -> out.append('\b');
      case 'f' -> out.append('\f');
      case '"', '\\', '/', '\'', '\n' ->
          out.append(found); // the last two are not valid in JSON, but Moshi accepts them
      default -> throw syntaxError("expected a valid JSON escape");
    }
    return index + 2;
  }

  private char readHex(int from) throws JsonEncodingException {
    int code = 0;
    for (int i = from; i < from + 4; i++) {
      if (i >= end) {
        position = end;
        throw unexpectedEnd();
      }
      int digit = Character.digit((char) (bytes[i] & 0xff), 16);
      if (digit < 0) {
        throw syntaxError("expected four hexadecimal digits after \\u");
      }
      code = code * 16 + digit;
    }
    return (char) code;
  }

  /**
   * Returns the index of the first quote, backslash or byte beyond ASCII, or the end. Tests eight
   * bytes at a time.
   */
  final int indexOfSpecialByte(int from) {
    int i = from;
    for (; i <= end - Long.BYTES; i += Long.BYTES) {
      long word = words.getLong(i);
      long quotes = word ^ QUOTE_BYTES;
      long backslashes = word ^ BACKSLASH_BYTES;
      // Subtracting sets the high bit of the first byte that is zero, and perhaps of bytes after
      // it.
      long hits = ((quotes - ONES) & ~quotes) | ((backslashes - ONES) & ~backslashes) | word;
      if ((hits & HIGH_BITS) != 0) {
        return i + (Long.numberOfTrailingZeros(hits & HIGH_BITS) >>> 3);
      }
    }
    while (i < end && bytes[i] >= 0 && bytes[i] != '"' && bytes[i] != '\\') {
      i++;
    }
    return i;
  }

  final JsonEncodingException unexpectedEnd() {
    return syntaxError("the JSON text ends early");
  }

  final JsonEncodingException syntaxError(String problem) {
    return new JsonEncodingException(withLocation(problem));
  }

  /**
   * Appends the path and byte offset of the cursor to a message. The path is computed by scanning
   * the text again, so that valid texts do not pay for tracking it.
   */
  final String withLocation(String problem) {
    return problem
        + " at path "
        + JsonPath.of(outerReader, bytes, start, position)
        + ", byte "
        + (position - start);
  }
}
