package io.github.videotasks.client.runtime;

import com.squareup.moshi.JsonEncodingException;
import java.util.List;

/** A property without a declared type. The value is kept and returned as raw JSON. */
final class AnyType extends PropertyType<JsonValue> {
  @Override
  Object read(Utf8JsonReader input, byte first) throws JsonEncodingException {
    return input.readValue(first);
  }

  @Override
  void write(Utf8JsonWriter out, Object slot) {
    out.writeValue(toJava(slot));
  }

  @Override
  JsonValue toJava(Object slot) {
    return (JsonValue) slot;
  }

  @Override
  Object fromJava(JsonValue value) {
    return value;
  }

  @Override
  JsonValue toJson(Object slot) {
    return toJava(slot);
  }

  @Override
  Object fromJson(JsonValue value) {
    return value;
  }

  @Override
  String expectedType() {
    return "any value";
  }

  @Override
  void mismatches(String path, Object slot, List<String> out) {
    // Nothing is declared, so every value conforms.
  }
}
