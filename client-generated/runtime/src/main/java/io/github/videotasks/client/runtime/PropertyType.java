package io.github.videotasks.client.runtime;

import com.squareup.moshi.JsonEncodingException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Codec of a declared type: reads, stores, converts and writes its values. The stored form (the
 * slot) is close to the JSON text. A scalar keeps its text and is converted when the accessor is
 * called, so a number is written back as it was read, and an invalid date affects only the callers
 * of its accessor. A value of another JSON type is stored as a {@link JsonValue}.
 *
 * @param <V> the Java type
 */
public abstract class PropertyType<V> {
  PropertyType() {}

  /**
   * Reads the value under the cursor into a slot. A value of another JSON type is read into a
   * {@link JsonValue}.
   *
   * @param first the first byte of the value
   */
  abstract Object read(Utf8JsonReader input, byte first) throws JsonEncodingException;

  /** Writes a slot. */
  abstract void write(Utf8JsonWriter out, Object slot);

  /** Returns the Java value of a slot; null if the value is not of this type. */
  abstract @Nullable V toJava(Object slot);

  /** Returns the slot of a Java value. */
  abstract Object fromJava(V value);

  /** Returns the raw JSON value of a slot. */
  abstract JsonValue toJson(Object slot);

  /** Returns the slot of a raw JSON value. */
  abstract Object fromJson(JsonValue value);

  /** Returns the declared type in the vocabulary of JSON Schema, for messages. */
  abstract String expectedType();

  /** Adds a message for each deviation of the slot from the declared type. */
  void mismatches(String path, Object slot, List<String> out) {
    if (slot instanceof JsonValue raw) {
      out.add(path + ": expected " + expectedType() + ", found " + raw.kind());
    } else if (toJava(slot) == null) {
      out.add(
          path
              + ": expected "
              + expectedType()
              + ", found "
              + LogMasking.maskAndTruncate(slot.toString()));
    }
  }
}
