package io.github.videotasks.spec.review;

import io.github.videotasks.spec.finding.PrintableText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The parts of an entry as one line without control characters, with uncut values. */
final class EntrySentence {
  /** What reports show for a value that is not there. */
  static final String NOTHING = "(nothing)";

  private EntrySentence() {}

  /** Returns {@code VideoTask.id: type changed}, or the description alone. */
  static String title(ReviewEntry entry) {
    String description = PrintableText.of(entry.description());
    return entry.field().isEmpty()
        ? description
        : PrintableText.of(entry.field()) + ": " + description;
  }

  /** Returns the title with the old and the new value and the note. */
  static String of(ReviewEntry entry) {
    String note = entry.note().isEmpty() ? "" : ". " + PrintableText.of(entry.note());
    return title(entry) + values(entry) + note;
  }

  private static String values(ReviewEntry entry) {
    return hasValues(entry) ? ": " + value(entry.before()) + " -> " + value(entry.after()) : "";
  }

  static boolean hasValues(ReviewEntry entry) {
    return !entry.before().isEmpty() || !entry.after().isEmpty();
  }

  private static String value(String text) {
    return text.isEmpty() ? NOTHING : PrintableText.of(text);
  }

  /** Returns effect, providers and page lines, separated by semicolons, as far as known. */
  static String origin(ReviewEntry entry) {
    List<String> parts = new ArrayList<>();
    if (!entry.effect().isEmpty()) {
      parts.add(entry.effect());
    }
    if (!entry.providers().isEmpty()) {
      parts.add(String.join(", ", entry.providers()));
    }
    if (!entry.places().isEmpty()) {
      parts.add(entry.places().stream().map(PagePlace::toString).collect(Collectors.joining(", ")));
    }
    return PrintableText.of(String.join("; ", parts));
  }

  /** Returns the line that sums a review up. */
  static String summary(Review review) {
    int size = review.entries().size();
    return review.kind() == Review.Kind.CHANGES
        ? "version step: " + review.step().label()
        : "findings: " + size;
  }
}
