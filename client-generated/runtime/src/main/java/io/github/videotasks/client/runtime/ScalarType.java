package io.github.videotasks.client.runtime;

import com.squareup.moshi.JsonEncodingException;
import org.jspecify.annotations.Nullable;

/**
 * Codec of a type whose JSON form is a string or a number. The slot is the text; for a number whose
 * text equals the decimal form of a Long it is that Long.
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

  /** Returns the value of a text; null if the text is not valid for this type. */
  abstract @Nullable V parse(String text);

  /** Returns the value of a whole number; null if the number is not valid for this type. */
  @Nullable V parse(Long whole) {
    return parse(whole.toString());
  }

  /** Returns the text of a value. */
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

  /** Returns the slot that {@link Utf8JsonReader} would return for this text. */
  private Object toSlot(String text) {
    return isString ? text : RawJsonNumber.toSlot(text);
  }

  @Override
  final String expectedType() {
    return expectedType;
  }
}
