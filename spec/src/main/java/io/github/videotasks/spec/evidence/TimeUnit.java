package io.github.videotasks.spec.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How a time is written. */
public enum TimeUnit {
  SECONDS("seconds since 1970"),
  MILLISECONDS("milliseconds since 1970"),
  FRACTIONAL_SECONDS("seconds since 1970 with a fraction"),
  ISO_8601("ISO-8601 text with a zone"),
  LOCAL_TEXT("local date and time text without a zone");

  private static final Pattern NAME =
      Pattern.compile(
          "(?:.*[_-])?(?:at|time|timestamp|date|expires|created|updated)|.*[a-z](?:At|Time|Date)");
  private static final Pattern DATE_TIME =
      Pattern.compile(
          "\\d{4}-\\d{2}-\\d{2}[T ]\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?(Z|[+-]\\d{2}:?\\d{2})?");
  private static final int DATE_LENGTH = 10;
  private static final int DATE_DASH = 4;
  // 2001 to 2100: a smaller number is a duration or a count.
  private static final BigDecimal FIRST = BigDecimal.valueOf(1_000_000_000L);
  private static final BigDecimal LAST = BigDecimal.valueOf(4_102_444_800L);
  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

  private final String words;

  TimeUnit(String words) {
    this.words = words;
  }

  /** Gives the unit in words. */
  public String words() {
    return words;
  }

  /** Tells whether a field's name says that it is a point in time. */
  public static boolean isTimeName(String field) {
    return NAME.matcher(field).matches();
  }

  /** Gives the unit of a value of a field; null when it is no time. */
  public static @Nullable TimeUnit of(String field, JsonNode value) {
    if (value.isTextual()) {
      if (!mayBeDate(value.textValue())) {
        return null;
      }
      var text = DATE_TIME.matcher(value.textValue());
      return text.matches() ? (text.group(1) == null ? LOCAL_TEXT : ISO_8601) : null;
    }
    if (!value.isNumber() || !isTimeName(field)) {
      return null;
    }
    BigDecimal number = value.decimalValue();
    if (within(number)) {
      return value.isIntegralNumber() ? SECONDS : FRACTIONAL_SECONDS;
    }
    return within(number.divide(THOUSAND)) ? MILLISECONDS : null;
  }

  /** Few texts are dates, and every text of every example is asked. */
  private static boolean mayBeDate(String text) {
    return text.length() > DATE_LENGTH && text.charAt(DATE_DASH) == '-';
  }

  private static boolean within(BigDecimal seconds) {
    return seconds.compareTo(FIRST) >= 0 && seconds.compareTo(LAST) <= 0;
  }
}
