package io.github.videotasks.ext.payload;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Numbers, also as numeric strings. What is no number, or can mean nothing here, is null. */
final class NumberParser {

  /** Longer digits are no progress, time or count; a bound keeps hostile numbers cheap. */
  private static final int MAX_LENGTH = 64;

  private static final int MAX_EXPONENT = 64;

  private static final BigDecimal MAX_COUNT = BigDecimal.valueOf(Integer.MAX_VALUE);

  private NumberParser() {}

  static @Nullable BigDecimal parseDecimal(JsonCursor place) {
    String text = place.textOrNumber();
    return text == null ? null : parseDecimal(text.strip());
  }

  static @Nullable BigDecimal parseDecimal(String text) {
    if (text.length() > MAX_LENGTH) {
      return null;
    }
    try {
      BigDecimal value = new BigDecimal(text);
      // 1e999999999 parses at once, but every later step would write a gigabyte of zeros.
      return Math.abs((long) value.scale()) > MAX_EXPONENT ? null : value;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /** A count from 0 to 2^31-1, rounded down. */
  static @Nullable Integer parseCount(JsonCursor place) {
    BigDecimal value = parseDecimal(place);
    if (value == null || value.signum() < 0 || value.compareTo(MAX_COUNT) > 0) {
      return null;
    }
    return value.setScale(0, RoundingMode.DOWN).intValueExact();
  }
}
