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
import org.jspecify.annotations.Nullable;

/**
 * One JSON text under a cursor that goes over its bytes once. It takes what Moshi's strict reader
 * takes, and the whole numbers that reader refuses (its issue 1529). Own code, because Moshi's
 * reader hides the bytes: it cannot say where in the text it is, and passing over a value takes it
 * as long as all of this, strings included.
 */
final class Utf8JsonReader {
  /** As deep as Moshi reads and writes. */
  private static final int MAX_DEPTH = 255;

  /** More digits may not fit a long. */
  static final int MAX_LONG_DIGITS = 18;

  private static final long ONES = 0x0101010101010101L;
  private static final long HIGH_BITS = 0x8080808080808080L;
  private static final long QUOTE_BYTES = '"' * ONES;
  private static final long BACKSLASH_BYTES = '\\' * ONES;

  private final byte[] bytes;
  private final ByteBuffer words;
  private final int start;
  private final int end;
  private final @Nullable JsonReader outerReader;
  private int position;
  private int depth;

  /**
   * A text in UTF-8.
   *
   * @param outer what it was taken from, and which knows the path to it; null if it is the whole
   */
  Utf8JsonReader(byte[] bytes, int start, int end, @Nullable JsonReader outer) {
    this.bytes = bytes;
    this.words = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    this.start = start;
    this.end = end;
    this.outerReader = outer;
    this.position = start;
  }

  /** The first byte of the next token, which stays. */
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

  /** Nothing but white space may be left. */
  void expectEndOfDocument() throws JsonEncodingException {
    while (position < end) {
      if (!isWhitespace(bytes[position])) {
        throw syntaxError("expected the end of the text after the JSON value");
      }
      position++;
    }
  }

  private static boolean isWhitespace(byte found) {
    return found == ' ' || found == '\n' || found == '\r' || found == '\t';
  }

  /** Enters the object or array under the cursor; false, and it is left again, if it is empty. */
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
    return true;
  }

  /** After a member or an element: whether another follows. If not, the object or array is left. */
  boolean moveNext(char close) throws JsonEncodingException {
    byte found = peek();
    if (found == ',') {
      position++;
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
   * Goes over the name of a member and its colon if it is one of these; else it stays and the
   * answer is -1.
   *
   * @param guess the index of the name that is likely, or -1
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

  /** A name with escapes or of more than ASCII. */
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

  /** The name of a member. Goes over its colon, too. */
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

  /** Any value; {@link #peek} has just given its first byte. */
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
    Map<String, JsonValue> members = new LinkedHashMap<>();
    do {
      members.put(readName(), readValue(peek()));
    } while (moveNext('}'));
    return JsonValue.wrap(members);
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

  /** Like Moshi in any case; Python, for one, begins its words with a capital. */
  private JsonValue readLiteral(String word, JsonValue value) throws JsonEncodingException {
    for (int i = 0; i < word.length(); i++) {
      if (position + i == end) {
        position = end;
        throw unexpectedEnd();
      }
      if ((bytes[position + i] | 0x20) != word.charAt(i)) {
        throw syntaxError("expected a JSON value");
      }
    }
    position += word.length();
    return value;
  }

  /**
   * A number: a Long where that has the text that came, else the text.
   *
   * @param first its first byte, under the cursor
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

  /** The content of the string that begins under the cursor. */
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

  /** With escapes, or of more than ASCII. What is no UTF-8 becomes U+FFFD, as with Moshi. */
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

  /** Appends what the escape at the index stands for; gives the index after it. */
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
          out.append(found); // the last two are not JSON's, but Moshi takes them
      default -> throw syntaxError("expected an escape that JSON knows");
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
   * The index of the first quote, backslash or byte beyond ASCII; eight bytes are looked at in one
   * go.
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

  /** Of another value than an object where one must be. */
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
   * The problem and where it is: found by going over the text again, so that good texts need not
   * pay for it.
   */
  private String withLocation(String problem) {
    return problem
        + " at path "
        + JsonPath.of(outerReader, bytes, start, position)
        + ", byte "
        + (position - start);
  }
}
