package io.github.videotasks.cli;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Durations such as {@code 90s}, {@code 20m}, {@code 2h}, {@code 250ms} or {@code PT1M30S}. */
final class DurationConverter implements ITypeConverter<Duration> {
  /** A number of at most 9 digits and its unit. */
  private static final Pattern SHORT_FORM = Pattern.compile("([0-9]{1,9})(ms|s|m|h)");

  @Override
  public Duration convert(String text) {
    Duration duration = parse(text);
    if (duration.isNegative() || duration.isZero()) {
      throw invalid(text);
    }
    return duration;
  }

  private static Duration parse(String text) {
    Matcher matcher = SHORT_FORM.matcher(text);
    if (!matcher.matches()) {
      try {
        return Duration.parse(text);
      } catch (DateTimeException e) {
        throw invalid(text);
      }
    }
    long number = Long.parseLong(matcher.group(1));
    return switch (matcher.group(2)) {
      case "ms" -> Duration.ofMillis(number);
      case "s" -> Duration.ofSeconds(number);
      case "m" -> Duration.ofMinutes(number);
      default -> Duration.ofHours(number);
    };
  }

  private static TypeConversionException invalid(String text) {
    return new TypeConversionException(
        "expected a positive duration such as 90s, 20m, 2h or PT1M30S, found '" + text + "'");
  }
}
