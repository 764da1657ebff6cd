package io.github.videotasks.client.runtime;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

/**
 * Writes JSON text in UTF-8 without white space. The output equals Moshi's except for lone
 * surrogates: UTF-8 cannot represent them and Moshi writes a question mark; this writer writes them
 * as JSON escapes.
 */
final class Utf8JsonWriter {
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGH_BITS = 0x8080808080808080L;
  private static final long SPACE_BYTES = ' ' * ONES;
  private static final long QUOTE_BYTES = '"' * ONES;
  private static final long BACKSLASH_BYTES = '\\' * ONES;
  private static final long QUESTION_MARK_BYTES = '?' * ONES;

  /** Characters with a short escape; {@link #SHORT_ESCAPES} has the letter at the same index. */
  private static final String ESCAPED_CHARACTERS = "\"\\\n\r\t\b\f";

  private static final String SHORT_ESCAPES = "\"\\nrtbf";

  private byte[] bytes;
  private int size;

  /**
   * Creates a writer with an empty buffer.
   *
   * @param initialCapacity expected size of the text in bytes; the buffer grows if needed
   */
  Utf8JsonWriter(int initialCapacity) {
    this.bytes = new byte[initialCapacity];
  }

  byte[] bytes() {
    return bytes;
  }

  int size() {
    return size;
  }

  /** Returns the text written so far. */
  String text() {
    return new String(bytes, 0, size, StandardCharsets.UTF_8);
  }

  Utf8JsonWriter put(char ascii) {
    ensureCapacity(1);
    bytes[size++] = (byte) ascii;
    return this;
  }

  Utf8JsonWriter put(byte[] text) {
    put(text, 0, text.length);
    return this;
  }

  /** Writes a number or a literal, which must be ASCII. */
  void put(String ascii) {
    put(ascii.getBytes(StandardCharsets.ISO_8859_1));
  }

  private void put(byte[] text, int from, int to) {
    ensureCapacity(to - from);
    System.arraycopy(text, from, bytes, size, to - from);
    size += to - from;
  }

  private void ensureCapacity(int more) {
    if (bytes.length - size < more) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
    }
  }

  void writeValue(JsonValue value) {
    switch (value.kind()) {
      case OBJECT -> {
        char separator = '{';
        for (Map.Entry<String, JsonValue> property : value.properties().entrySet()) {
          put(separator).writeString(property.getKey());
          put(':').writeValue(property.getValue());
          separator = ',';
        }
        closeContainer(separator, '{', '}');
      }
      case ARRAY -> {
        char separator = '[';
        for (JsonValue element : value.elements()) {
          put(separator).writeValue(element);
          separator = ',';
        }
        closeContainer(separator, '[', ']');
      }
      case STRING -> writeString(String.valueOf(value.asString()));
      default -> put(value.scalarText());
    }
  }

  /**
   * Closes an object or array. Opens it first if it is empty.
   *
   * @param separator the next separator; equal to {@code open} if the container is empty
   */
  void closeContainer(char separator, char open, char close) {
    if (separator == open) {
      put(open);
    }
    put(close);
  }

  /**
   * Writes a string in quotes. Most strings are ASCII without escapes; this is tested eight bytes
   * at a time, and they are copied as a whole.
   */
  void writeString(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    int plain = 0;
    while (plain < utf8.length) {
      plain = indexOfSpecialByte(utf8, plain);
      // A "?" in the UTF-8 form may be a lone surrogate that getBytes replaced.
      if (plain == utf8.length || utf8[plain] != '?' || text.charAt(plain) != '?') {
        break;
      }
      plain++;
    }
    ensureCapacity(utf8.length + 2);
    bytes[size++] = '"';
    put(utf8, 0, plain);
    if (plain < utf8.length) {
      writeStringSlowPath(text, plain);
    }
    put('"');
  }

  private static int indexOfSpecialByte(byte[] utf8, int from) {
    ByteBuffer words = ByteBuffer.wrap(utf8).order(ByteOrder.LITTLE_ENDIAN);
    int i = from;
    for (; i <= utf8.length - Long.BYTES; i += Long.BYTES) {
      long word = words.getLong(i);
      long quotes = word ^ QUOTE_BYTES;
      long backslashes = word ^ BACKSLASH_BYTES;
      long questionMarks = word ^ QUESTION_MARK_BYTES;
      // Subtracting sets the high bit of the first byte that is too small, and perhaps of bytes
      // after it.
      long hits =
          ((word - SPACE_BYTES) & ~word)
              | ((quotes - ONES) & ~quotes)
              | ((backslashes - ONES) & ~backslashes)
              | ((questionMarks - ONES) & ~questionMarks)
              | word;
      if ((hits & HIGH_BITS) != 0) {
        return i + (Long.numberOfTrailingZeros(hits & HIGH_BITS) >>> 3);
      }
    }
    while (i < utf8.length && isPlain(utf8[i])) {
      i++;
    }
    return i;
  }

  private static boolean isPlain(byte b) {
    return b >= ' ' && b != '"' && b != '\\' && b != '?';
  }

  /** Writes the rest of a string from a character that may need an escape or several bytes. */
  private void writeStringSlowPath(String text, int from) {
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      ensureCapacity(6);
      if (c < 0x80) {
        if (c < ' ' || c == '"' || c == '\\') {
          writeEscape(c);
        } else {
          bytes[size++] = (byte) c;
        }
      } else if (c < 0x800) {
        bytes[size++] = (byte) (0xc0 | (c >> 6));
        bytes[size++] = (byte) (0x80 | (c & 0x3f));
      } else if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        int point = Character.toCodePoint(c, text.charAt(++i));
        bytes[size++] = (byte) (0xf0 | (point >> 18));
        bytes[size++] = (byte) (0x80 | ((point >> 12) & 0x3f));
        bytes[size++] = (byte) (0x80 | ((point >> 6) & 0x3f));
        bytes[size++] = (byte) (0x80 | (point & 0x3f));
      } else if (c == '\u2028' || c == '\u2029' || Character.isSurrogate(c)) {
        writeEscape(c);
      } else {
        bytes[size++] = (byte) (0xe0 | (c >> 12));
        bytes[size++] = (byte) (0x80 | ((c >> 6) & 0x3f));
        bytes[size++] = (byte) (0x80 | (c & 0x3f));
      }
    }
  }

  private void writeEscape(char c) {
    int plain = ESCAPED_CHARACTERS.indexOf(c);
    put(plain < 0 ? String.format("\\u%04x", (int) c) : "\\" + SHORT_ESCAPES.charAt(plain));
  }
}
