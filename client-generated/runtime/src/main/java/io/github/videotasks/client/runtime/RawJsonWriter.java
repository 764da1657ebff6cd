package io.github.videotasks.client.runtime;

import com.squareup.moshi.JsonWriter;
import java.io.IOException;

/** Gets strings through a Moshi writer that UTF-8 cannot hold, see {@link Utf8JsonWriter}. */
final class RawJsonWriter {
  private RawJsonWriter() {}

  /** Whether one half of a surrogate pair stands alone in the text. */
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

  static void writeString(JsonWriter writer, String text) throws IOException {
    if (!hasLoneSurrogate(text) || !writeRaw(writer, JsonValue.of(text).json())) {
      writer.value(text);
    }
  }

  /**
   * Writes a value by its JSON text: Moshi writes what a number says as it is. False, and nothing
   * is written, if the writer does not write text but makes Java values.
   */
  static boolean writeRaw(JsonWriter writer, String json) throws IOException {
    try {
      writer.value(new RawJsonNumber(json));
      return true;
    } catch (NumberFormatException noNumber) {
      return false;
    }
  }
}
