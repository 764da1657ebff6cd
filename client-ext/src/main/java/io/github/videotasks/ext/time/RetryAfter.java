package io.github.videotasks.ext.time;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Parses the header {@code Retry-After}: seconds, or a date (RFC 9110, 10.2.3). Seconds may have a
 * fraction, which the RFC does not allow and gateways send.
 */
public final class RetryAfter {

  private static final int MAX_DIGITS = 9;

  /** Group 1: the whole seconds. Group 2: the digits of the fraction, absent if there is none. */
  private static final Pattern SECONDS = Pattern.compile("(\\d++)(?:\\.(\\d++))?");

  private RetryAfter() {}

  /**
   * Parses the header at the present time.
   *
   * @param header null if the response has none
   * @return null for no header or a value that is neither form, such as a negative number; zero for
   *     a date in the past
   */
  public static @Nullable Duration parse(@Nullable String header) {
    return parse(header, Instant.now());
  }

  /**
   * As {@link #parse(String)}, at a given time.
   *
   * @param header null if the response has none
   * @param now the time from which a date is counted
   * @return as {@link #parse(String)}
   */
  public static @Nullable Duration parse(@Nullable String header, Instant now) {
    String text = header == null ? "" : header.strip();
    if (text.isEmpty()) {
      return null;
    }
    Matcher seconds = SECONDS.matcher(text);
    if (seconds.matches()) {
      return seconds(seconds.group(1), seconds.group(2));
    }
    try {
      Instant date = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return date.isBefore(now) ? Duration.ZERO : Duration.between(now, date);
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static Duration seconds(String whole, @Nullable String fraction) {
    if (whole.length() > MAX_DIGITS) {
      return Duration.ofSeconds(Integer.MAX_VALUE);
    }
    String nanos = fraction == null ? "" : fraction.substring(0, Math.min(fraction.length(), 9));
    return Duration.ofSeconds(
        Long.parseLong(whole), Long.parseLong(nanos + "0".repeat(9 - nanos.length())));
  }
}
