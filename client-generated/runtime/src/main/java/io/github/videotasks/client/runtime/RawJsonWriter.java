package io.github.videotasks.client.runtime;

import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.math.BigDecimal;

/**
 * Writes strings with lone surrogates through a Moshi writer. UTF-8 cannot represent them, so they
 * are written as JSON escapes, see {@link Utf8JsonWriter}.
 */
final class RawJsonWriter {
  private RawJsonWriter() {}

  /** Returns whether the text contains one half of a surrogate pair without the other. */
  private static boolean hasLoneSurrogate(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isSurrogate(c)) {
        if (Character.isLowSurrogate(c)
            || i + 1 == text.length()
            || !Character.isLowSurrogate(text.charAt(i + 1))) {
          return true;
        }
        i++;
      }
    }
    return false;
  }

  static boolean anyHasLoneSurrogate(Iterable<String> texts) {
    for (String text : texts) {
      if (hasLoneSurrogate(text)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Writes a number unchanged. A writer that creates Java values instead of text receives a {@link
   * BigDecimal}, or a string for a number that is too long for it, see {@link JsonValue#asDecimal}.
   */
  static void writeNumber(JsonWriter writer, String text) throws IOException {
    if (MoshiBridge.writesText(writer)) {
      writer.value(new RawJsonNumber(text));
      return;
    }
    BigDecimal decimal = PropertyTypes.DECIMAL.parse(text);
    if (decimal == null) {
      writer.value(text);
    } else {
      writer.value(decimal);
    }
  }

  static void writeString(JsonWriter writer, String text) throws IOException {
    if (!hasLoneSurrogate(text) || !writeRaw(writer, JsonValue.of(text).json())) {
      writer.value(text);
    }
  }

  /**
   * Writes a value as JSON text, if the writer creates text: disguised as a number whose text Moshi
   * writes unchanged.
   *
   * @return false if the writer creates Java values instead of text; nothing is written then
   */
  static boolean writeRaw(JsonWriter writer, String json) throws IOException {
    if (!MoshiBridge.writesText(writer)) {
      return false;
    }
    writer.value(new RawJsonNumber(json));
    return true;
  }
}
