package io.github.videotasks.cli;

import io.github.videotasks.ext.payload.MaskedExcerpt;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** Formats one open wait as a line: stage, bar, elapsed time, next poll, estimated end. */
final class WaitLine {
  private static final int MAX_ID = 100;
  private static final int MAX_STATUS = 40;

  private WaitLine() {}

  /** Returns the line that is rewritten on a terminal, without the id. */
  static String live(WaitProgress.View view, Instant now, StageColours colours) {
    Integer percent = view.percent();
    StringBuilder line = new StringBuilder(colours.paint(view.stage()));
    line.append(' ').append(percent == null ? Bar.unknown() : Bar.of(percent / 100.0));
    line.append("  ").append(ShortTime.of(Duration.between(view.startedAt(), now)));
    if (!view.notice().isEmpty()) {
      line.append("  ").append(view.notice());
    }
    if (view.nextPoll() != null) {
      line.append("  next poll ").append(ShortTime.of(Duration.between(now, view.nextPoll())));
    }
    if (view.estimatedEnd() != null && view.estimatedEnd().isAfter(now)) {
      line.append("  end in ~").append(ShortTime.of(Duration.between(now, view.estimatedEnd())));
    }
    return line.toString();
  }

  /** Returns the line for a change, for a file or a log. */
  static String change(WaitProgress.View view, Instant now) {
    StringBuilder line = new StringBuilder(id(view));
    line.append(": ").append(view.stage().name().toLowerCase(Locale.ROOT));
    if (view.status() != null) {
      line.append(" (").append(MaskedExcerpt.of(view.status(), MAX_STATUS)).append(')');
    }
    if (view.percent() != null) {
      line.append(", ").append(view.percent()).append(" %");
    }
    line.append(", ").append(ShortTime.of(Duration.between(view.startedAt(), now)));
    return line.append(view.notice().isEmpty() ? "" : ", " + view.notice()).toString();
  }

  /** Returns the id as it may be printed. */
  static String id(WaitProgress.View view) {
    return MaskedExcerpt.of(view.id().value(), MAX_ID);
  }
}
