package io.github.videotasks.client.runtime;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** Converts Java values of parameters and form fields to the text or the JSON that is sent. */
final class ParameterText {
  private ParameterText() {}

  /**
   * Returns the text of a scalar; null for an object or a list, which have no text of their own.
   */
  static @Nullable String ofScalar(Object value) {
    if (value instanceof JsonValue json) {
      return switch (json.kind()) {
        case STRING -> json.asString();
        case OBJECT, ARRAY -> null;
        default -> json.scalarText();
      };
    }
    if (value instanceof JsonModel || value instanceof Map || value instanceof Iterable) {
      return null;
    }
    if (value instanceof OffsetDateTime time) {
      // toString() leaves out seconds that are zero, which RFC 3339 does not allow.
      return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
    }
    return value instanceof ByteString bytes ? bytes.base64() : value.toString();
  }

  /** Returns a value as JSON. */
  static JsonValue toJson(@Nullable Object value) {
    if (value == null) {
      return JsonValue.NULL;
    }
    if (value instanceof JsonValue json) {
      return json;
    }
    if (value instanceof JsonModel model) {
      return model.toJson();
    }
    if (value instanceof Boolean flag) {
      return JsonValue.of(flag);
    }
    if (value instanceof Number) {
      return JsonValue.ofNumberText(value.toString());
    }
    if (value instanceof Iterable<?> items) {
      List<JsonValue> elements = new ArrayList<>();
      items.forEach(item -> elements.add(toJson(item)));
      return JsonValue.of(elements);
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, JsonValue> properties = new LinkedHashMap<>();
      map.forEach((name, property) -> properties.put(String.valueOf(name), toJson(property)));
      return JsonValue.of(properties);
    }
    return JsonValue.of(String.valueOf(ofScalar(value)));
  }

  /** Returns a JSON text with ASCII characters only, as a header requires. */
  static String escapeNonAscii(String json) {
    StringBuilder out = new StringBuilder(json.length());
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      out.append(c < 128 ? String.valueOf(c) : String.format("\\u%04x", (int) c));
    }
    return out.toString();
  }
}
