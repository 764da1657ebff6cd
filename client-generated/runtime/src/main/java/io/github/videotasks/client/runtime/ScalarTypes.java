package io.github.videotasks.client.runtime;

import com.squareup.moshi.JsonDataException;
import io.github.videotasks.client.runtime.JsonValue.Kind;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * The scalar types of OpenAPI. {@code parse} returns null for a text that is not valid for the type
 * and never throws.
 */
final class ScalarTypes {
  private ScalarTypes() {}

  static final class Text extends ScalarType<String> {
    Text() {
      super(Kind.STRING, "string");
    }

    @Override
    String parse(String text) {
      return text;
    }
  }

  /** JSON has no integer type, so {@code 1.0} and {@code 1e3} are accepted as whole numbers. */
  static final class Int64 extends ScalarType<Long> {
    Int64() {
      super(Kind.NUMBER, "integer (64 bits)");
    }

    @Override
    @Nullable Long parse(String text) {
      try {
        return Long.valueOf(text);
      } catch (NumberFormatException notPlain) {
        BigDecimal decimal = PropertyTypes.DECIMAL.parse(text);
        try {
          return decimal == null ? null : decimal.longValueExact();
        } catch (ArithmeticException notWhole) {
          return null;
        }
      }
    }

    @Override
    Long parse(Long whole) {
      return whole;
    }
  }

  static final class Int32 extends ScalarType<Integer> {
    Int32() {
      super(Kind.NUMBER, "integer (32 bits)");
    }

    @Override
    @Nullable Integer parse(String text) {
      Long value = PropertyTypes.LONG.parse(text);
      return value == null ? null : parse(value);
    }

    @Override
    @Nullable Integer parse(Long whole) {
      return whole.intValue() == whole ? whole.intValue() : null;
    }
  }

  static final class Float32 extends ScalarType<Float> {
    Float32() {
      super(Kind.NUMBER, "number");
    }

    @Override
    Float parse(String text) {
      return Float.valueOf(text);
    }

    @Override
    String format(Float value) {
      return Float64.finite(value, value.toString());
    }
  }

  static final class Float64 extends ScalarType<Double> {
    Float64() {
      super(Kind.NUMBER, "number");
    }

    @Override
    Double parse(String text) {
      return Double.valueOf(text);
    }

    @Override
    String format(Double value) {
      return finite(value, value.toString());
    }

    static String finite(double value, String text) {
      if (Double.isNaN(value) || Double.isInfinite(value)) {
        throw new JsonDataException("expected a finite number, found " + value);
      }
      return text;
    }
  }

  /**
   * Numbers in full precision, up to a length. The text of a number is not trusted: {@link
   * BigDecimal} takes time quadratic to the number of digits, and a short text such as {@code
   * 1e999999999} has a gigabyte of digits as a whole number.
   */
  static final class Decimal extends ScalarType<BigDecimal> {
    /** The most characters, and the most digits before or after the decimal point by exponent. */
    private static final int MAX_DIGITS = 1000;

    Decimal() {
      super(Kind.NUMBER, "number");
    }

    @Override
    @Nullable BigDecimal parse(String text) {
      if (text.length() > MAX_DIGITS) {
        return null;
      }
      try {
        BigDecimal value = new BigDecimal(text);
        return isScaleValid(value) ? value : null;
      } catch (NumberFormatException exponentTooLong) {
        return null;
      }
    }

    @Override
    String format(BigDecimal value) {
      String text = isScaleValid(value) && value.precision() <= MAX_DIGITS ? value.toString() : "";
      if (text.isEmpty() || text.length() > MAX_DIGITS) {
        throw new JsonDataException(
            "expected a number of at most "
                + MAX_DIGITS
                + " digits, found precision "
                + value.precision()
                + " and scale "
                + value.scale()
                + "; round it");
      }
      return text;
    }

    private static boolean isScaleValid(BigDecimal value) {
      return Math.abs((long) value.scale()) <= MAX_DIGITS;
    }
  }

  static final class Date extends ScalarType<LocalDate> {
    Date() {
      super(Kind.STRING, "date");
    }

    @Override
    @Nullable LocalDate parse(String text) {
      try {
        return LocalDate.parse(text);
      } catch (DateTimeException e) {
        return null;
      }
    }
  }

  static final class DateTime extends ScalarType<OffsetDateTime> {
    DateTime() {
      super(Kind.STRING, "date-time");
    }

    @Override
    @Nullable OffsetDateTime parse(String text) {
      try {
        return OffsetDateTime.parse(text);
      } catch (DateTimeException e) {
        return null;
      }
    }

    @Override
    String format(OffsetDateTime value) {
      // Its toString leaves out seconds that are zero, which RFC 3339 does not allow.
      return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(value);
    }
  }

  static final class Uuid extends ScalarType<java.util.UUID> {
    Uuid() {
      super(Kind.STRING, "uuid");
    }

    @Override
    java.util.@Nullable UUID parse(String text) {
      try {
        return java.util.UUID.fromString(text);
      } catch (IllegalArgumentException e) {
        return null;
      }
    }
  }

  static final class Uri extends ScalarType<URI> {
    Uri() {
      super(Kind.STRING, "uri");
    }

    @Override
    @Nullable URI parse(String text) {
      try {
        return new URI(text);
      } catch (URISyntaxException e) {
        return null;
      }
    }
  }

  static final class Bytes extends ScalarType<ByteString> {
    Bytes() {
      super(Kind.STRING, "byte (Base64)");
    }

    @Override
    @Nullable ByteString parse(String text) {
      return ByteString.decodeBase64(text);
    }

    @Override
    String format(ByteString value) {
      return value.base64();
    }
  }
}
