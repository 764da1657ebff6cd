package io.github.videotasks.ext.payload;

import com.squareup.moshi.JsonDataException;
import io.github.videotasks.client.runtime.JsonValue;
import org.jspecify.annotations.Nullable;

/** Parses the JSON that a text property of a response holds, as in {@code "{\"urls\":[]}"}. */
final class JsonText {

  /** Real ones have some hundred characters; the limit keeps a hostile one cheap. */
  static final int MAX_LENGTH = 65_536;

  private JsonText() {}

  /** Returns the object, list or text inside a text that holds JSON; any other value unchanged. */
  static JsonValue open(JsonValue value) {
    String text = value.asString();
    if (text == null || text.length() > MAX_LENGTH) {
      return value;
    }
    JsonValue inner = parse(text);
    return inner == null ? value : inner;
  }

  private static @Nullable JsonValue parse(String text) {
    int start = 0;
    while (start < text.length() && Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    if (start == text.length() || "{[\"".indexOf(text.charAt(start)) < 0) {
      return null;
    }
    try {
      return JsonValue.parse(text);
    } catch (JsonDataException e) {
      return null;
    }
  }
}
