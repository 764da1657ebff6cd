package io.github.videotasks.ext.payload;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Parses a time of any format that gateways use into an {@link Instant}.
 *
 * <p>The magnitude of a number determines its unit, because the same field is in seconds at one
 * provider and in milliseconds at another: below 10^11 (the year 5138 in seconds, March 1973 in
 * milliseconds) the unit is seconds, from 10^11 milliseconds, from 10^14 microseconds, from 10^17
 * nanoseconds. Zero, negative numbers and blank texts mean "never". A text without a zone is parsed
 * as UTC, because no provider documents another zone.
 */
final class TimeParser {

  private static final BigDecimal MILLIS_FROM = new BigDecimal("1e11");
  private static final BigDecimal MICROS_FROM = new BigDecimal("1e14");
  private static final BigDecimal NANOS_FROM = new BigDecimal("1e17");
  private static final BigDecimal MAX_NUMBER = new BigDecimal("1e20");

  /** Longer than any task, and below the value at which {@link Duration} overflows. */
  private static final BigDecimal MAX_SECONDS = new BigDecimal("1e9");

  /** {@code 2025-10-06T15:10:26.875729Z}, {@code 2025-10-06 15:10:26}, {@code …+0800}, … */
  private static final DateTimeFormatter TEXT_FORMAT =
      DateTimeFormatter.ofPattern(
          "yyyy-MM-dd['T']['"
              + " ']HH:mm[:ss][.SSSSSSSSS][.SSSSSSSS][.SSSSSSS][.SSSSSS][.SSSSS][.SSSS][.SSS][.SS][.S]["
              + " ][XXX][XX][X]",
          Locale.ROOT);

  private static final Pattern LENGTH =
      Pattern.compile(
          "\\s*([0-9]{1,12}(?:\\.[0-9]{1,12})?)\\s*(ms|s|secs?|seconds?|秒)\\s*",
          Pattern.CASE_INSENSITIVE);

  private TimeParser() {}

  static @Nullable Instant parseInstant(JsonCursor value) {
    String text = value.textOrNumber();
    return text == null ? null : parseInstant(text);
  }

  static @Nullable Instant parseInstant(String text) {
    BigDecimal number = NumberParser.parseDecimal(text.strip());
    return number == null ? parseText(text.strip()) : parseNumber(number);
  }

  private static @Nullable Instant parseNumber(BigDecimal number) {
    if (number.signum() <= 0 || number.compareTo(MAX_NUMBER) >= 0) {
      return null;
    }
    int digitsBelowSecond = 0;
    if (number.compareTo(NANOS_FROM) >= 0) {
      digitsBelowSecond = 9;
    } else if (number.compareTo(MICROS_FROM) >= 0) {
      digitsBelowSecond = 6;
    } else if (number.compareTo(MILLIS_FROM) >= 0) {
      digitsBelowSecond = 3;
    }
    BigDecimal nanos = number.movePointRight(9 - digitsBelowSecond).setScale(0, RoundingMode.DOWN);
    BigDecimal[] parts = nanos.divideAndRemainder(BigDecimal.valueOf(1_000_000_000));
    return Instant.ofEpochSecond(parts[0].longValueExact(), parts[1].longValueExact());
  }

  private static @Nullable Instant parseText(String text) {
    try {
      TemporalAccessor parsed =
          TEXT_FORMAT.parseBest(
              text.toUpperCase(Locale.ROOT), OffsetDateTime::from, LocalDateTime::from);
      return parsed instanceof LocalDateTime local
          ? local.toInstant(ZoneOffset.UTC)
          : Instant.from(parsed);
    } catch (DateTimeException e) {
      return null;
    }
  }

  /**
   * Parses seconds such as {@code 10}, {@code "10"} or {@code 3.4}; null if the value is negative,
   * too long or not a number.
   */
  static @Nullable Duration parseSeconds(JsonCursor value) {
    return parseSeconds(NumberParser.parseDecimal(value));
  }

  /**
   * Parses the length of a video: seconds as in {@link #parseSeconds(JsonCursor)}, also with a
   * unit, such as {@code "5s"}, {@code "5 seconds"} or {@code "5000ms"}; null if it is none of
   * these.
   */
  static @Nullable Duration parseLength(JsonCursor value) {
    String text = value.textOrNumber();
    Matcher length = LENGTH.matcher(text == null ? "" : text);
    if (!length.matches()) {
      return parseSeconds(value);
    }
    BigDecimal number = new BigDecimal(length.group(1));
    boolean millis = length.group(2).equalsIgnoreCase("ms");
    return parseSeconds(millis ? number.movePointLeft(3) : number);
  }

  static @Nullable Duration parseSeconds(@Nullable BigDecimal seconds) {
    if (seconds == null || seconds.signum() < 0 || seconds.compareTo(MAX_SECONDS) > 0) {
      return null;
    }
    return Duration.ofMillis(
        seconds.movePointRight(3).setScale(0, RoundingMode.DOWN).longValueExact());
  }
}
