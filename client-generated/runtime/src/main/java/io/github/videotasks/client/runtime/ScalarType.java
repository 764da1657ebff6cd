package io.github.videotasks.client.runtime;

import com.squareup.moshi.JsonEncodingException;
import org.jspecify.annotations.Nullable;

/**
 * A type whose JSON form is one string or one number. Its text is the slot; a number whose text a
 * Long would write as it came is a Long.
 *
 * @param <V> the Java type
 */
public abstract class ScalarType<V> extends PropertyType<V> {
  private final boolean isString;
  private final String expectedType;

  ScalarType(JsonValue.Kind kind, String expected) {
    this.isString = kind == JsonValue.Kind.STRING;
    this.expectedType = expected;
  }

  /** The value of a text; null if it has none. */
  abstract @Nullable V parse(String text);

  /** The value of a whole number; null if it has none. */
  @Nullable V parse(Long whole) {
    return parse(whole.toString());
  }

  /** The text of a value. */
  String format(V value) {
    return value.toString();
  }

  @Override
  final Object read(Utf8JsonReader input, byte first) throws JsonEncodingException {
    if (isString) {
      return first == '"' ? input.readString() : input.readValue(first);
    }
    return (first >= '0' && first <= '9') || first == '-'
        ? input.readNumber(first)
        : input.readValue(first);
  }

  @Override
  final void write(Utf8JsonWriter out, Object slot) {
    if (slot instanceof Long whole) {
      out.put(whole.toString());
    } else if (slot instanceof JsonValue raw) {
      out.writeValue(raw);
    } else if (isString) {
      out.writeString((String) slot);
    } else {
      out.put((String) slot);
    }
  }

  @Override
  final @Nullable V toJava(Object slot) {
    if (slot instanceof Long whole) {
      return parse(whole);
    }
    return slot instanceof JsonValue ? null : parse(slot.toString());
  }

  @Override
  final Object fromJava(V value) {
    return toSlot(format(value));
  }

  @Override
  final JsonValue toJson(Object slot) {
    if (slot instanceof JsonValue raw) {
      return raw;
    }
    String text = slot.toString();
    return isString ? JsonValue.of(text) : JsonValue.ofNumberText(text);
  }

  @Override
  final Object fromJson(JsonValue value) {
    String text = isString ? value.asString() : value.asNumberText();
    return text == null ? value : toSlot(text);
  }

  /** As {@link Utf8JsonReader} would read it. */
  private Object toSlot(String text) {
    return isString ? text : RawJsonNumber.toSlot(text);
  }

  @Override
  final String expectedType() {
    return expectedType;
  }
}
