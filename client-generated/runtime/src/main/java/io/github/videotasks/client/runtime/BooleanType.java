package io.github.videotasks.client.runtime;

import com.squareup.moshi.JsonEncodingException;
import org.jspecify.annotations.Nullable;

/** Reads and writes {@code type: boolean}. The slot is a {@link Boolean}. */
final class BooleanType extends PropertyType<Boolean> {
  @Override
  Object read(Utf8JsonReader input, byte first) throws JsonEncodingException {
    return fromJson(input.readValue(first));
  }

  @Override
  void write(Utf8JsonWriter out, Object slot) {
    out.writeValue(toJson(slot));
  }

  @Override
  @Nullable Boolean toJava(Object slot) {
    return slot instanceof Boolean value ? value : null;
  }

  @Override
  Object fromJava(Boolean value) {
    return value;
  }

  @Override
  JsonValue toJson(Object slot) {
    return slot instanceof Boolean value ? JsonValue.of(value.booleanValue()) : (JsonValue) slot;
  }

  @Override
  Object fromJson(JsonValue value) {
    Boolean bool = value.asBoolean();
    return bool == null ? value : bool;
  }

  @Override
  String expectedType() {
    return "boolean";
  }
}
