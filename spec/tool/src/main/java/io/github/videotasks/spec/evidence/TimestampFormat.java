package io.github.videotasks.spec.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Format in which a timestamp is written. */
public enum TimestampFormat {
  /** A number of seconds since 1970, as {@code 1761635478}. */
  EPOCH_SECONDS("seconds since 1970"),
  /** A number of milliseconds since 1970, as {@code 1761635478000}. */
  EPOCH_MILLIS("milliseconds since 1970"),
  /** A number of seconds since 1970 with a fraction, as {@code 1761635478.52}. */
  FRACTIONAL_EPOCH_SECONDS("seconds since 1970 with a fraction"),
  /** A text with a zone, as {@code 2025-10-28T07:11:18Z}. */
  ISO_8601_WITH_ZONE("ISO-8601 text with a zone"),
  /**
   * A text without a zone, as {@code 2025-10-28T07:11:18}: the reader must know the gateway's zone.
   */
  LOCAL_DATE_TIME("local date and time text without a zone");

  // Names that end in "_at", "_time", ... (or are such a word), or in "At", "Time", "Date".
  private static final Pattern TIMESTAMP_NAME =
      Pattern.compile(
          "(?:.*[_-])?(?:at|time|timestamp|date|expires|created|updated)|.*[a-z](?:At|Time|Date)");
  // ISO-8601 date and time, seconds and fraction optional; group 1 is the zone.
  private static final Pattern DATE_TIME =
      Pattern.compile(
          "\\d{4}-\\d{2}-\\d{2}[T ]\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?(Z|[+-]\\d{2}:?\\d{2})?");
  private static final int DATE_LENGTH = 10;
  private static final int DATE_DASH = 4;
  // Seconds since 1970 for 2001 to 2100: a smaller number is a duration or a count.
  private static final BigDecimal EARLIEST = BigDecimal.valueOf(1_000_000_000L);
  private static final BigDecimal LATEST = BigDecimal.valueOf(4_102_444_800L);
  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

  private final String label;

  TimestampFormat(String label) {
    this.label = label;
  }

  /** {@return the format in words, as in the descriptions of the contract} */
  public String label() {
    return label;
  }

  /**
   * {@return whether a field's name indicates a point in time, such as {@code created_at}}
   *
   * @param field name in JSON
   */
  public static boolean isTimestampName(String field) {
    return TIMESTAMP_NAME.matcher(field).matches();
  }

  /**
   * {@return the format of a field's value; null when the value is not a timestamp}
   *
   * @param field name in JSON
   * @param value one of its values
   */
  public static @Nullable TimestampFormat detect(String field, JsonNode value) {
    if (value.isTextual()) {
      if (!mayBeDate(value.textValue())) {
        return null;
      }
      var text = DATE_TIME.matcher(value.textValue());
      return text.matches() ? (text.group(1) == null ? LOCAL_DATE_TIME : ISO_8601_WITH_ZONE) : null;
    }
    if (!value.isNumber() || !isTimestampName(field)) {
      return null;
    }
    BigDecimal number = value.decimalValue();
    if (isInRange(number)) {
      return value.isIntegralNumber() ? EPOCH_SECONDS : FRACTIONAL_EPOCH_SECONDS;
    }
    return isInRange(number.divide(THOUSAND)) ? EPOCH_MILLIS : null;
  }

  /** Cheap check before the regular expression: every string is checked, and few are dates. */
  private static boolean mayBeDate(String text) {
    return text.length() > DATE_LENGTH && text.charAt(DATE_DASH) == '-';
  }

  private static boolean isInRange(BigDecimal seconds) {
    return seconds.compareTo(EARLIEST) >= 0 && seconds.compareTo(LATEST) <= 0;
  }
}
