package io.github.videotasks.client.runtime;

import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import okio.ByteString;

/**
 * Factory of the types that a contract can declare. They are not constants of {@link PropertyType},
 * because they are instances of its subclasses: initializing both classes in two threads could
 * deadlock.
 */
public final class PropertyTypes {
  /** Any JSON value. */
  public static final PropertyType<JsonValue> ANY = new AnyType();

  /** {@code type: string}. */
  public static final ScalarType<String> STRING = new ScalarTypes.Text();

  /** {@code type: boolean}. */
  public static final PropertyType<Boolean> BOOLEAN = new BooleanType();

  /** {@code type: integer} in 32 bits. */
  public static final ScalarType<Integer> INTEGER = new ScalarTypes.Int32();

  /** {@code type: integer} in 64 bits. */
  public static final ScalarType<Long> LONG = new ScalarTypes.Int64();

  /** {@code type: number, format: float}. */
  public static final ScalarType<Float> FLOAT = new ScalarTypes.Float32();

  /** {@code type: number, format: double}. */
  public static final ScalarType<Double> DOUBLE = new ScalarTypes.Float64();

  /** {@code type: number} in full precision. */
  public static final ScalarType<BigDecimal> DECIMAL = new ScalarTypes.Decimal();

  /** {@code type: string, format: date}. */
  public static final ScalarType<LocalDate> DATE = new ScalarTypes.Date();

  /** {@code type: string, format: date-time}. */
  public static final ScalarType<OffsetDateTime> DATE_TIME = new ScalarTypes.DateTime();

  /** {@code type: string, format: uuid}. */
  public static final ScalarType<UUID> UUID_TEXT = new ScalarTypes.Uuid();

  /** {@code type: string, format: uri}. */
  public static final ScalarType<URI> URI_TEXT = new ScalarTypes.Uri();

  /** {@code type: string, format: byte}, in Base64. */
  public static final ScalarType<ByteString> BYTES = new ScalarTypes.Bytes();

  private PropertyTypes() {}

  /**
   * {@return {@code type: array}} The accessor returns null for a list with an element of another
   * type.
   *
   * @param <E> Java type of the elements
   * @param element type of the elements
   */
  public static <E> PropertyType<List<E>> list(PropertyType<E> element) {
    return new ListType<>(element);
  }

  /**
   * {@return {@code type: object} whose properties all have the same type} The accessor returns
   * null for an object with a property of another type.
   *
   * @param <E> Java type of the values
   * @param value type of the values
   */
  public static <E> PropertyType<Map<String, E>> map(PropertyType<E> value) {
    return new MapType<>(value);
  }

  /**
   * {@return {@code type: string} with {@code enum}} The accessor returns null for a string that is
   * not one of the values.
   *
   * @param <E> the enum
   * @param values all constants of the enum
   */
  public static <E extends JsonEnum> PropertyType<E> stringEnum(E[] values) {
    return new EnumType<>(JsonValue.Kind.STRING, "string", List.of(values));
  }

  /**
   * {@return {@code type: integer} or {@code number} with {@code enum}} The accessor returns null
   * for a number that is not one of the values.
   *
   * @param <E> the enum
   * @param values all constants of the enum
   */
  public static <E extends JsonEnum> PropertyType<E> numberEnum(E[] values) {
    return new EnumType<>(JsonValue.Kind.NUMBER, "number", List.of(values));
  }

  /**
   * {@return the type of properties that contain another model}
   *
   * @param <M> the model
   * @param models finds the adapter when a value is first read, because models may refer to each
   *     other and to themselves
   * @param type class of the model
   */
  public static <M extends JsonModel> PropertyType<M> model(ModelRegistry models, Class<M> type) {
    return new ModelType<>(models, type);
  }
}
