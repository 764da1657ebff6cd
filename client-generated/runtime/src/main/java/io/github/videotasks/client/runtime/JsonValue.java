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
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/**
 * Immutable JSON value of any kind, exactly as it was read. Numbers keep their text ({@code 1.50},
 * {@code 9007199254740993}, {@code 1e400}), strings may contain lone surrogates, properties keep
 * their order. Of several properties with the same name the last value is kept, at the position of
 * the first.
 *
 * <p>It is the Java type of properties without a declared type, of undeclared properties and of
 * values that do not match their declared type. Two values are equal if their JSON trees are equal:
 * the order of properties is ignored, the text of numbers is compared.
 */
public final class JsonValue {
  /** The six kinds of JSON value. */
  public enum Kind {
    /** Properties by name, see {@link JsonValue#properties()}. */
    OBJECT("object"),
    /** Elements in order, see {@link JsonValue#elements()}. */
    ARRAY("array"),
    /** A text, see {@link JsonValue#asString()}. */
    STRING("string"),
    /** A number of any size and precision, see {@link JsonValue#asNumberText()}. */
    NUMBER("number"),
    /** {@link JsonValue#TRUE} or {@link JsonValue#FALSE}. */
    BOOLEAN("boolean"),
    /** The JSON null, which is a value: an absent property has none. */
    NULL("null");

    private final String schemaName;

    Kind(String schemaName) {
      this.schemaName = schemaName;
    }

    /** Returns the name of the type in JSON Schema, such as {@code object}. */
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
   * A String for scalars: the content of a string, the JSON text of other scalars. A List for
   * arrays, a Map for objects.
   */
  private final Object content;

  private JsonValue(Kind kind, Object content) {
    this.kind = kind;
    this.content = content;
  }

  /**
   * {@return a JSON string}
   *
   * @param content the unescaped content
   */
  public static JsonValue of(String content) {
    return new JsonValue(Kind.STRING, Objects.requireNonNull(content, "content"));
  }

  /**
   * {@return {@link #TRUE} or {@link #FALSE}}
   *
   * @param value selects the constant
   */
  public static JsonValue of(boolean value) {
    return value ? TRUE : FALSE;
  }

  /**
   * {@return a JSON number}
   *
   * @param value any; written in decimal digits without exponent
   */
  public static JsonValue of(long value) {
    return ofNumberText(Long.toString(value));
  }

  /**
   * {@return a JSON number}
   *
   * @param value finite
   * @throws JsonDataException if the value is infinite or NaN, which JSON cannot represent
   */
  public static JsonValue of(double value) {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      throw new JsonDataException("expected a finite number, found " + value);
    }
    return ofNumberText(Double.toString(value));
  }

  /**
   * {@return a JSON array with a copy of the list}
   *
   * @param elements copied; may be empty
   */
  public static JsonValue of(List<JsonValue> elements) {
    return new JsonValue(Kind.ARRAY, List.copyOf(elements));
  }

  /**
   * {@return a JSON object with a copy of the map} The properties have the order of the map.
   *
   * @param properties copied; may be empty
   */
  public static JsonValue of(Map<String, JsonValue> properties) {
    return new JsonValue(Kind.OBJECT, Collections.unmodifiableMap(new LinkedHashMap<>(properties)));
  }

  /**
   * Parses a JSON text.
   *
   * @param json exactly one JSON value, with optional white space around it
   * @return the value, with the exact text of its numbers
   * @throws JsonDataException if the text is not exactly one JSON value
   */
  public static JsonValue parse(String json) {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    try {
      return parseAll(new Utf8JsonReader(bytes, 0, bytes.length, null));
    } catch (JsonEncodingException e) {
      throw notJson(e);
    }
  }

  /**
   * Parses a JSON text from its bytes, with a limit on its size in memory: as a tree, a short text
   * such as {@code []} takes thirty times the memory of its bytes.
   *
   * @param source UTF-8, with or without a byte order mark; read to its end, not closed
   * @param maxValues the most values, positive: an object or array that is not empty counts as one,
   *     and each comma as one more
   * @return the value, with the exact text of its numbers
   * @throws JsonDataException if the text is not exactly one JSON value
   * @throws ValueLimitException if the text has more values; the rest of it is not read
   * @throws IOException if the source cannot be read
   */
  public static JsonValue parse(BufferedSource source, int maxValues) throws IOException {
    source.select(Utf8JsonReader.BYTE_ORDER_MARK);
    try {
      return MoshiBridge.read(source, input -> parseAll(input.limitValues(maxValues)));
    } catch (JsonEncodingException e) {
      throw notJson(e);
    }
  }

  private static JsonValue parseAll(Utf8JsonReader input) throws JsonEncodingException {
    JsonValue value = input.readValue(input.peek());
    input.expectEndOfDocument();
    return value;
  }

  private static JsonDataException notJson(JsonEncodingException e) {
    return new JsonDataException("expected JSON: " + e.getMessage(), e);
  }

  /** Returns an object without copying the map. The caller must not change the map afterwards. */
  static JsonValue wrap(Map<String, JsonValue> properties) {
    return new JsonValue(Kind.OBJECT, Collections.unmodifiableMap(properties));
  }

  /** Returns an array without copying the list. The caller must not change the list afterwards. */
  static JsonValue wrap(List<JsonValue> elements) {
    return new JsonValue(Kind.ARRAY, Collections.unmodifiableList(elements));
  }

  static JsonValue ofNumberText(String text) {
    return new JsonValue(Kind.NUMBER, text);
  }

  /** {@return the kind of this value} */
  public Kind kind() {
    return kind;
  }

  /** {@return whether this is the JSON null} */
  public boolean isNull() {
    return kind == Kind.NULL;
  }

  /** {@return the unescaped content of a string; null for any other kind} */
  public @Nullable String asString() {
    return kind == Kind.STRING ? (String) content : null;
  }

  /** {@return the exact text of a number, such as {@code 1.50}; null for any other kind} */
  public @Nullable String asNumberText() {
    return kind == Kind.NUMBER ? (String) content : null;
  }

  /**
   * {@return a number that is whole and fits 64 bits; null for any other number or kind, and for a
   * text of more than 1,000 characters}
   */
  public @Nullable Long asLong() {
    return kind == Kind.NUMBER ? PropertyTypes.LONG.parse(scalarText()) : null;
  }

  /** {@return a number as the nearest double, which may be infinite; null for any other kind} */
  public @Nullable Double asDouble() {
    return kind == Kind.NUMBER ? Double.valueOf(scalarText()) : null;
  }

  /**
   * {@return a number in full precision; null for any other kind, for a text of more than 1,000
   * characters and for a number with more than 1,000 digits before or after the decimal point by
   * its exponent, because such numbers are expensive} {@link #asNumberText} returns their text.
   */
  public @Nullable BigDecimal asDecimal() {
    return kind == Kind.NUMBER ? PropertyTypes.DECIMAL.parse(scalarText()) : null;
  }

  /** {@return a boolean; null for any other kind} */
  public @Nullable Boolean asBoolean() {
    return kind == Kind.BOOLEAN ? Boolean.valueOf(scalarText()) : null;
  }

  /**
   * {@return the value of a property; null if it is absent or if this is not an object}
   *
   * @param name unescaped, as in the contract
   */
  public @Nullable JsonValue get(String name) {
    return properties().get(name);
  }

  /**
   * Returns the properties of an object in their order.
   *
   * @return an unmodifiable map, empty for any other kind
   */
  @SuppressWarnings("unchecked") // the content of an object is always this map
  public Map<String, JsonValue> properties() {
    return kind == Kind.OBJECT ? (Map<String, JsonValue>) content : Map.of();
  }

  /**
   * Returns the elements of an array in their order.
   *
   * @return an unmodifiable list, empty for any other kind
   */
  @SuppressWarnings("unchecked") // the content of an array is always this list
  public List<JsonValue> elements() {
    return kind == Kind.ARRAY ? (List<JsonValue>) content : List.of();
  }

  /**
   * {@return this value as JSON text without white space} Do not log it: it may contain signed
   * URLs.
   */
  public String json() {
    Utf8JsonWriter out = new Utf8JsonWriter(64);
    out.writeValue(this);
    return out.text();
  }

  /** Returns the JSON text of a number, a boolean or null. */
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

  /**
   * Returns a text for logs. It masks the query and user of every URL, parameters with a secret
   * such as {@code sig} and {@code token}, the text after {@code Bearer} and words that begin with
   * {@code sk-}, and shortens long texts. Other secrets remain.
   */
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
        for (Map.Entry<String, JsonValue> property : properties().entrySet()) {
          property.getValue().write(writer.name(property.getKey()));
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
      case NUMBER -> RawJsonWriter.writeNumber(writer, (String) content);
      case BOOLEAN -> writer.value(equals(TRUE));
      case NULL -> writer.nullValue();
    }
  }
}
