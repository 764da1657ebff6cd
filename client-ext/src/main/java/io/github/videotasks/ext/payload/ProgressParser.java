package io.github.videotasks.ext.payload;

import io.github.videotasks.client.model.TaskDetail;
import io.github.videotasks.client.model.TaskPendingInfo;
import io.github.videotasks.client.model.VideoTask;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * Parses a progress of any format that gateways use into whole percent, 0-100. Rounds down, so that
 * 100 is returned only if the response reports the full progress.
 */
final class ProgressParser {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private ProgressParser() {}

  /** Returns the first progress found in the task object; null if there is none. */
  static @Nullable Integer parse(JsonCursor task) {
    JsonCursor detail = task.at(VideoTask.DETAIL);
    JsonCursor pending = detail.at(TaskDetail.PENDING_INFO);
    Integer percent = parsePercent(task.at(VideoTask.PROGRESS));
    for (JsonCursor object : new JsonCursor[] {task, detail, pending}) {
      percent = percent != null ? percent : parseFraction(object.at(TaskPendingInfo.PROGRESS_PCT));
    }
    return percent != null ? percent : parsePercent(detail.at(VideoTask.PROGRESS));
  }

  /** Parses {@code 42}, {@code 42.7}, {@code "42"} or {@code "42%"}; null if not a number. */
  static @Nullable Integer parsePercent(JsonCursor value) {
    String text = value.textOrNumber();
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
   * Parses {@code 0.42}, or the {@code 42} of some gateways. A number up to and including 1 is
   * parsed as a fraction: this is the documented form, and if 1 was meant as one percent, the wrong
   * 100 lasts for one poll at most.
   */
  static @Nullable Integer parseFraction(JsonCursor value) {
    BigDecimal number = NumberParser.parseDecimal(value);
    if (number == null) {
      return null;
    }
    return clampToPercent(
        number.compareTo(BigDecimal.ONE) <= 0 ? number.multiply(HUNDRED) : number);
  }

  private static @Nullable Integer clampToPercent(@Nullable BigDecimal percent) {
    return percent == null
        ? null
        : percent.max(BigDecimal.ZERO).min(HUNDRED).setScale(0, RoundingMode.DOWN).intValueExact();
  }
}
