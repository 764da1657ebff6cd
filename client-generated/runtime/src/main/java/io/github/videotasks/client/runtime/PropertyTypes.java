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
 * The types that a contract can declare. Not constants of {@link PropertyType}, whose subclasses
 * they are: two threads could wait for each other.
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

  /** {@code type: array}; a list with an element of another type is not of this type. */
  public static <E> PropertyType<List<E>> list(PropertyType<E> element) {
    return new ListType<>(element);
  }

  /**
   * {@code type: object} whose members are all of one type; with a member of another type it is not
   * of this type.
   */
  public static <E> PropertyType<Map<String, E>> map(PropertyType<E> value) {
    return new MapType<>(value);
  }

  /** {@code type: string} with {@code enum}; a text outside of it is not of this type. */
  public static <E extends JsonEnum> PropertyType<E> stringEnum(E[] values) {
    return new EnumType<>(JsonValue.Kind.STRING, "string", List.of(values));
  }

  /**
   * {@code type: integer} or {@code number} with {@code enum}; a number outside of it is not of
   * this type.
   */
  public static <E extends JsonEnum> PropertyType<E> numberEnum(E[] values) {
    return new EnumType<>(JsonValue.Kind.NUMBER, "number", List.of(values));
  }

  /**
   * A model.
   *
   * @param models finds its adapter when a value is first read, because models may refer to each
   *     other and to themselves
   * @param type its class
   */
  public static <M extends JsonModel> PropertyType<M> model(ModelRegistry models, Class<M> type) {
    return new ModelType<>(models, type);
  }
}
