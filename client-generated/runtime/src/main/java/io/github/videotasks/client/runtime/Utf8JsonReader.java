package io.github.videotasks.client.runtime;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonEncodingException;
import com.squareup.moshi.JsonReader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okio.ByteString;
import okio.Options;
import org.jspecify.annotations.Nullable;

/**
 * JSON parser that reads UTF-8 bytes in one pass. It accepts what Moshi's strict reader accepts,
 * and also the whole numbers that Moshi rejects by mistake (Moshi issue 1529). It exists because
 * Moshi's reader hides the bytes: it does not report its byte offset, and skipping a value with it
 * takes as long as fully parsing the value here, strings included.
 */
final class Utf8JsonReader {
  /** Maximum nesting depth, the same as Moshi's. */
  private static final int MAX_DEPTH = 255;

  /** A number with more digits may not fit a long. */
  static final int MAX_LONG_DIGITS = 18;

  private static final long ONES = 0x0101010101010101L;
  private static final long HIGH_BITS = 0x8080808080808080L;
  private static final long QUOTE_BYTES = '"' * ONES;
  private static final long BACKSLASH_BYTES = '\\' * ONES;

  /** UTF-8 byte order mark. It is not part of JSON, but some servers send it before the text. */
  static final Options BYTE_ORDER_MARK = Options.of(ByteString.decodeHex("efbbbf"));

  private final byte[] bytes;
  private final ByteBuffer words;
  private final int start;
  private final int end;
  private final @Nullable JsonReader outerReader;
  private int position;
  private int depth;
  private int values;
  private int maxValues = Integer.MAX_VALUE;

  /**
   * Creates a reader of a JSON text in UTF-8.
   *
   * @param start offset of the first byte of the text
   * @param end offset after the last byte of the text
   * @param outer the reader that the text was taken from, for the path in messages; null if the
   *     text is a whole document
   */
  Utf8JsonReader(byte[] bytes, int start, int end, @Nullable JsonReader outer) {
    this.bytes = bytes;
    this.words = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    this.start = start;
    this.end = end;
    this.outerReader = outer;
    this.position = start;
  }

  /** Returns the first byte of the next token without consuming it. */
  byte peek() throws JsonEncodingException {
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

  /** Throws unless only white space is left. */
  void expectEndOfDocument() throws JsonEncodingException {
    while (position < end) {
      if (!isWhitespace(bytes[position])) {
        throw syntaxError("expected the end of the text after the JSON value");
      }
      position++;
    }
  }

  /** Limits the number of values; the reader throws a {@link ValueLimitException} beyond it. */
  Utf8JsonReader limitValues(int max) {
    maxValues = max;
    return this;
  }

  private void countValue() {
    if (++values > maxValues) {
      throw new ValueLimitException(withLocation("expected at most " + maxValues + " values"));
    }
  }

  private static boolean isWhitespace(byte found) {
    return found == ' ' || found == '\n' || found == '\r' || found == '\t';
  }

  /**
   * Enters the object or array under the cursor.
   *
   * @param close the closing brace or bracket
   * @return false if it is empty; the cursor is after it then
   */
  boolean beginContainer(char close) throws JsonEncodingException {
    if (depth == MAX_DEPTH) {
      throw new JsonDataException(withLocation("nested deeper than " + MAX_DEPTH + " levels"));
    }
    position++;
    if (peek() == close) {
      position++;
      return false;
    }
    depth++;
    countValue();
    return true;
  }

  /**
   * Moves to the next property or element.
   *
   * @param close the closing brace or bracket
   * @return false if there is none; the cursor is after the object or array then
   */
  boolean moveNext(char close) throws JsonEncodingException {
    byte found = peek();
    if (found == ',') {
      position++;
      countValue();
      return true;
    }
    if (found == close) {
      position++;
      depth--;
      return false;
    }
    throw syntaxError("expected ',' or '" + close + "'");
  }

  /**
   * Consumes the name of a property and its colon if the name is declared.
   *
   * @param guess index of the most likely name, or -1
   * @return index of the name; -1 if it is not declared, and then nothing is consumed
   */
  int selectName(PropertyNameTable names, int guess) throws JsonEncodingException {
    if (peek() != '"') {
      throw syntaxError("expected a name in quotes");
    }
    int from = position + 1;
    if (guess >= 0) {
      int close = names.closingQuoteIndex(guess, bytes, from, end);
      if (close > 0) {
        position = close + 1;
        expectColon();
        return guess;
      }
    }
    int close = indexOfSpecialByte(from);
    if (close == end || bytes[close] != '"') {
      return selectNameSlowPath(names);
    }
    int index = names.index(bytes, from, close);
    if (index >= 0) {
      position = close + 1;
      expectColon();
    }
    return index;
  }

  /** Like {@link #selectName}, for a name with escapes or with characters beyond ASCII. */
  private int selectNameSlowPath(PropertyNameTable names) throws JsonEncodingException {
    int before = position;
    int index = names.index(readString());
    if (index >= 0) {
      expectColon();
    } else {
      position = before;
    }
    return index;
  }

  /** Reads the name of a property and consumes its colon. */
  String readName() throws JsonEncodingException {
    if (peek() != '"') {
      throw syntaxError("expected a name in quotes");
    }
    String name = readString();
    expectColon();
    return name;
  }

  private void expectColon() throws JsonEncodingException {
    if (peek() != ':') {
      throw syntaxError("expected ':'");
    }
    position++;
  }

  /**
   * Reads a value of any kind.
   *
   * @param first the first byte of the value, as returned by {@link #peek}
   */
  JsonValue readValue(byte first) throws JsonEncodingException {
    return switch (first) {
      case '"' -> JsonValue.of(readString());
      case '{' -> readObject();
      case '[' -> readArray();
      case 't', 'T' -> readLiteral("true", JsonValue.TRUE);
      case 'f', 'F' -> readLiteral("false", JsonValue.FALSE);
      case 'n', 'N' -> readLiteral("null", JsonValue.NULL);
      default -> JsonValue.ofNumberText(readNumber(first).toString());
    };
  }

  private JsonValue readObject() throws JsonEncodingException {
    if (!beginContainer('}')) {
      return JsonValue.EMPTY_OBJECT;
    }
    Map<String, JsonValue> properties = new LinkedHashMap<>();
    do {
      properties.put(readName(), readValue(peek()));
    } while (moveNext('}'));
    return JsonValue.wrap(properties);
  }

  private JsonValue readArray() throws JsonEncodingException {
    if (!beginContainer(']')) {
      return JsonValue.EMPTY_ARRAY;
    }
    List<JsonValue> elements = new ArrayList<>();
    do {
      elements.add(readValue(peek()));
    } while (moveNext(']'));
    return JsonValue.wrap(elements);
  }

  /**
   * Reads true, false or null in upper or lower case, as Moshi does. Python, for example, writes
   * {@code True}.
   */
  private JsonValue readLiteral(String literal, JsonValue value) throws JsonEncodingException {
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
    return value;
  }

  /**
   * Reads a number.
   *
   * @param first the first byte of the number, under the cursor
   * @return a Long if its decimal form equals the text, else the text
   */
  Object readNumber(byte first) throws JsonEncodingException {
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
  String readString() throws JsonEncodingException {
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
  private int indexOfSpecialByte(int from) {
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

  /** Returns the exception for a value that is not an object, at the position of a model. */
  RuntimeException notAnObject(String model) throws JsonEncodingException {
    JsonValue.Kind found = readValue(peek()).kind();
    position = start;
    return new JsonDataException(
        withLocation("expected an object (" + model + "), found " + found));
  }

  private JsonEncodingException unexpectedEnd() {
    return syntaxError("the JSON text ends early");
  }

  private JsonEncodingException syntaxError(String problem) {
    return new JsonEncodingException(withLocation(problem));
  }

  /**
   * Appends the path and byte offset of the cursor to a message. The path is computed by scanning
   * the text again, so that valid texts do not pay for tracking it.
   */
  private String withLocation(String problem) {
    return problem
        + " at path "
        + JsonPath.of(outerReader, bytes, start, position)
        + ", byte "
        + (position - start);
  }
}
