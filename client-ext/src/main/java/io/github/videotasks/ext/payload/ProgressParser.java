package io.github.videotasks.ext.payload;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * Folds the forms of a progress into whole percent, 0-100, rounded down: 100 is said only when the
 * answer says all of it.
 */
final class ProgressParser {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private ProgressParser() {}

  /** The first place that holds a progress; null if none does. */
  static @Nullable Integer parse(JsonCursor answer) {
    JsonCursor detail = answer.at("detail");
    JsonCursor pending = detail.at("pending_info");
    Integer found = parsePercent(answer.at("progress"));
    for (JsonCursor holder : new JsonCursor[] {answer, detail, pending}) {
      found = found != null ? found : parseFraction(holder.at("progress_pct"));
    }
    return found != null ? found : parsePercent(detail.at("progress"));
  }

  /** {@code 42}, {@code 42.7}, {@code "42"} or {@code "42%"}. */
  static @Nullable Integer parsePercent(JsonCursor place) {
    String text = place.textOrNumber();
    if (text == null) {
      return null;
    }
    String digits = text.strip();
    if (digits.endsWith("%")) {
      digits = digits.substring(0, digits.length() - 1).strip();
    }
    return clampToPercent(NumberParser.parseDecimal(digits));
  }

  /**
   * {@code 0.42}, at some gateways {@code 42}. Up to and including 1 it is read as a fraction: the
   * fraction is the documented form, and one percent shown as hundred lasts one poll at most.
   */
  static @Nullable Integer parseFraction(JsonCursor place) {
    BigDecimal value = NumberParser.parseDecimal(place);
    if (value == null) {
      return null;
    }
    return clampToPercent(value.compareTo(BigDecimal.ONE) <= 0 ? value.multiply(HUNDRED) : value);
  }

  private static @Nullable Integer clampToPercent(@Nullable BigDecimal percent) {
    return percent == null
        ? null
        : percent.max(BigDecimal.ZERO).min(HUNDRED).setScale(0, RoundingMode.DOWN).intValueExact();
  }
}
