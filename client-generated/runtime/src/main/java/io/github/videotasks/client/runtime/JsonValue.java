package io.github.videotasks.client.runtime;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonEncodingException;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Any JSON value, unchanged: numbers keep their text ({@code 1.50}, {@code 9007199254740993},
 * {@code 1e400}), strings may hold lone surrogates, members keep their order. Of members with one
 * name the last counts, at the place of the first.
 *
 * <p>Holds what has no declared type, what is not declared, and what is not of the declared type.
 * Immutable. Two values are equal when their JSON trees are: the order of members does not count,
 * the text of numbers does.
 */
public final class JsonValue {
  /** The six kinds of JSON value. */
  public enum Kind {
    OBJECT("object"),
    ARRAY("array"),
    STRING("string"),
    NUMBER("number"),
    BOOLEAN("boolean"),
    NULL("null");

    private final String schemaName;

    Kind(String word) {
      this.schemaName = word;
    }

    /** The kind as JSON Schema spells it, such as {@code object}. */
    @Override
    public String toString() {
      return schemaName;
    }
  }

  /** The JSON null. */
  public static final JsonValue NULL = new JsonValue(Kind.NULL, "null");

  static final JsonValue EMPTY_OBJECT = new JsonValue(Kind.OBJECT, Map.of());
  static final JsonValue EMPTY_ARRAY = new JsonValue(Kind.ARRAY, List.of());

  /** The JSON true. */
  public static final JsonValue TRUE = new JsonValue(Kind.BOOLEAN, "true");

  /** The JSON false. */
  public static final JsonValue FALSE = new JsonValue(Kind.BOOLEAN, "false");

  private final Kind kind;

  /**
   * String: for a string its content, for other scalars their JSON text. List or Map: as the kind
   * says.
   */
  private final Object content;

  private JsonValue(Kind kind, Object content) {
    this.kind = kind;
    this.content = content;
  }

  /** A JSON string with this content. */
  public static JsonValue of(String content) {
    return new JsonValue(Kind.STRING, Objects.requireNonNull(content, "content"));
  }

  /** {@link #TRUE} or {@link #FALSE}. */
  public static JsonValue of(boolean value) {
    return value ? TRUE : FALSE;
  }

  /** A JSON number. */
  public static JsonValue of(long value) {
    return ofNumberText(Long.toString(value));
  }

  /**
   * A JSON number.
   *
   * @throws JsonDataException if the value is infinite or not a number, which JSON cannot say
   */
  public static JsonValue of(double value) {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      throw new JsonDataException("expected a finite number, found " + value);
    }
    return ofNumberText(Double.toString(value));
  }

  /** A JSON array. */
  public static JsonValue of(List<JsonValue> elements) {
    return new JsonValue(Kind.ARRAY, List.copyOf(elements));
  }

  /** A JSON object whose members stand in the map's order. */
  public static JsonValue of(Map<String, JsonValue> members) {
    return new JsonValue(Kind.OBJECT, Collections.unmodifiableMap(new LinkedHashMap<>(members)));
  }

  /**
   * Reads one JSON text.
   *
   * @throws JsonDataException if it is not exactly one JSON value
   */
  public static JsonValue parse(String json) {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    Utf8JsonReader input = new Utf8JsonReader(bytes, 0, bytes.length, null);
    try {
      JsonValue value = input.readValue(input.peek());
      input.expectEndOfDocument();
      return value;
    } catch (JsonEncodingException e) {
      throw new JsonDataException("expected JSON: " + e.getMessage(), e);
    }
  }

  /** An object that takes over the map, which nobody may change any more. */
  static JsonValue wrap(Map<String, JsonValue> members) {
    return new JsonValue(Kind.OBJECT, Collections.unmodifiableMap(members));
  }

  /** An array that takes over the list, which nobody may change any more. */
  static JsonValue wrap(List<JsonValue> elements) {
    return new JsonValue(Kind.ARRAY, Collections.unmodifiableList(elements));
  }

  static JsonValue ofNumberText(String text) {
    return new JsonValue(Kind.NUMBER, text);
  }

  /** The kind of this value. */
  public Kind kind() {
    return kind;
  }

  /** Whether this is the JSON null. */
  public boolean isNull() {
    return kind == Kind.NULL;
  }

  /** The content of a JSON string, else null. */
  public @Nullable String asString() {
    return kind == Kind.STRING ? (String) content : null;
  }

  /** The exact text of a JSON number, such as {@code 1.50}, else null. */
  public @Nullable String asNumberText() {
    return kind == Kind.NUMBER ? (String) content : null;
  }

  /** A JSON number that is whole and fits 64 bits, else null. */
  public @Nullable Long asLong() {
    return kind == Kind.NUMBER ? PropertyTypes.LONG.parse(scalarText()) : null;
  }

  /** A JSON number as the nearest double, which may be infinite; else null. */
  public @Nullable Double asDouble() {
    return kind == Kind.NUMBER ? Double.valueOf(scalarText()) : null;
  }

  /**
   * A JSON number in full precision, else null; also null when its exponent does not fit 32 bits.
   */
  public @Nullable BigDecimal asDecimal() {
    return kind == Kind.NUMBER ? PropertyTypes.DECIMAL.parse(scalarText()) : null;
  }

  /** A JSON boolean, else null. */
  public @Nullable Boolean asBoolean() {
    return kind == Kind.BOOLEAN ? Boolean.valueOf(scalarText()) : null;
  }

  /** The member of this name; null if there is none or if this is not an object. */
  public @Nullable JsonValue get(String name) {
    return properties().get(name);
  }

  /** The members of an object in their order; empty for any other kind. */
  @SuppressWarnings("unchecked") // the content of an object is always this map
  public Map<String, JsonValue> properties() {
    return kind == Kind.OBJECT ? (Map<String, JsonValue>) content : Map.of();
  }

  /** The elements of an array in their order; empty for any other kind. */
  @SuppressWarnings("unchecked") // the content of an array is always this list
  public List<JsonValue> elements() {
    return kind == Kind.ARRAY ? (List<JsonValue>) content : List.of();
  }

  /** This value as JSON text, without white space. May hold signed addresses: not for logs. */
  public String json() {
    Utf8JsonWriter out = new Utf8JsonWriter(64);
    out.writeValue(this);
    return out.text();
  }

  /** The JSON text of a number, a boolean or null. */
  String scalarText() {
    return (String) content;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof JsonValue that && kind == that.kind && content.equals(that.content);
  }

  @Override
  public int hashCode() {
    return 31 * kind.hashCode() + content.hashCode();
  }

  /** For people: signed addresses are masked and long texts shortened. */
  @Override
  public String toString() {
    return LogMasking.maskAndTruncate(json());
  }

  void write(JsonWriter writer) throws IOException {
    switch (kind) {
      case OBJECT -> {
        if (RawJsonWriter.anyHasLoneSurrogate(properties().keySet())
            && RawJsonWriter.writeRaw(writer, json())) {
          return;
        }
        writer.beginObject();
        for (Map.Entry<String, JsonValue> member : properties().entrySet()) {
          member.getValue().write(writer.name(member.getKey()));
        }
        writer.endObject();
      }
      case ARRAY -> {
        writer.beginArray();
        for (JsonValue element : elements()) {
          element.write(writer);
        }
        writer.endArray();
      }
      case STRING -> RawJsonWriter.writeString(writer, (String) content);
      case NUMBER -> writer.value(new RawJsonNumber((String) content));
      case BOOLEAN -> writer.value(equals(TRUE));
      case NULL -> writer.nullValue();
    }
  }
}
