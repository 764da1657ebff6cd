package io.github.videotasks.client.runtime;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonEncodingException;
import com.squareup.moshi.JsonReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okio.ByteString;
import okio.Options;
import org.jspecify.annotations.Nullable;

/**
 * JSON parser that reads UTF-8 bytes in one pass: objects, arrays, property names and values from
 * the tokens of {@link Utf8JsonLexer}. It accepts what Moshi's strict reader accepts, and also the
 * whole numbers that Moshi rejects by mistake (Moshi issue 1529). It exists because Moshi's reader
 * hides the bytes: it does not report its byte offset, and skipping a value with it takes as long
 * as fully parsing the value here, strings included.
 */
final class Utf8JsonReader extends Utf8JsonLexer {
  /** Maximum nesting depth, the same as Moshi's. */
  private static final int MAX_DEPTH = 255;

  /** UTF-8 byte order mark. It is not part of JSON, but some servers send it before the text. */
  static final Options BYTE_ORDER_MARK = Options.of(ByteString.decodeHex("efbbbf"));

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
    super(bytes, start, end, outer);
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

  private JsonValue readLiteral(String literal, JsonValue value) throws JsonEncodingException {
    expectLiteral(literal);
    return value;
  }

  /** Returns the exception for a value that is not an object, at the position of a model. */
  RuntimeException notAnObject(String model) throws JsonEncodingException {
    JsonValue.Kind found = readValue(peek()).kind();
    position = start;
    return new JsonDataException(
        withLocation("expected an object (" + model + "), found " + found));
  }
}
