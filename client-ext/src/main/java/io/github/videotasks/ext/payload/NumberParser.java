package io.github.videotasks.ext.payload;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Parses numbers and numeric strings. Returns null for anything else and for numbers too large. */
final class NumberParser {

  /** No progress, time or count is longer; the limit keeps hostile numbers cheap. */
  private static final int MAX_LENGTH = 64;

  private static final int MAX_EXPONENT = 64;

  private static final BigDecimal MAX_COUNT = BigDecimal.valueOf(Integer.MAX_VALUE);

  private NumberParser() {}

  static @Nullable BigDecimal parseDecimal(JsonCursor value) {
    String text = value.textOrNumber();
    return text == null ? null : parseDecimal(text.strip());
  }

  static @Nullable BigDecimal parseDecimal(String text) {
    if (text.length() > MAX_LENGTH) {
      return null;
    }
    try {
      BigDecimal value = new BigDecimal(text);
      // 1e999999999 is parsed at once, but every later operation would write a gigabyte of zeros.
      return Math.abs((long) value.scale()) > MAX_EXPONENT ? null : value;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /** Parses a count from 0 to 2^31-1, rounded down; null for any other value. */
  static @Nullable Integer parseCount(JsonCursor value) {
    BigDecimal number = parseDecimal(value);
    if (number == null || number.signum() < 0 || number.compareTo(MAX_COUNT) > 0) {
      return null;
    }
    return number.setScale(0, RoundingMode.DOWN).intValueExact();
  }
}
