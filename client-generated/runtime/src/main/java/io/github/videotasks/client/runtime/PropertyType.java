package io.github.videotasks.client.runtime;

import com.squareup.moshi.JsonEncodingException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a declared type is read, kept and written. What is kept (the slot) is as close to the JSON
 * text as memory allows: a scalar keeps its text and is converted when somebody asks for it, so
 * that a number is written back as it came and a date that is none costs nobody but its reader. A
 * value of another JSON type is kept as a {@link JsonValue}.
 *
 * @param <V> the Java type
 */
public abstract class PropertyType<V> {
  PropertyType() {}

  /**
   * Reads the value under the cursor into a slot; of another JSON type into a {@link JsonValue}.
   *
   * @param first the first byte of the value
   */
  abstract Object read(Utf8JsonReader input, byte first) throws JsonEncodingException;

  /** Writes a slot. */
  abstract void write(Utf8JsonWriter out, Object slot);

  /** The Java value of a slot; null if it is not of this type. */
  abstract @Nullable V toJava(Object slot);

  /** The slot of a Java value. */
  abstract Object fromJava(V value);

  /** The raw JSON value of a slot. */
  abstract JsonValue toJson(Object slot);

  /** The slot of a raw JSON value. */
  abstract Object fromJson(JsonValue value);

  /** What the contract declares, in the words of JSON Schema. */
  abstract String expectedType();

  /** Adds what in the slot is not as declared. */
  void mismatches(String path, Object slot, List<String> out) {
    if (slot instanceof JsonValue raw) {
      out.add(path + ": expected " + expectedType() + ", was " + raw.kind());
    } else if (toJava(slot) == null) {
      out.add(
          path
              + ": expected "
              + expectedType()
              + ", was "
              + LogMasking.maskAndTruncate(slot.toString()));
    }
  }
}
