package io.github.videotasks.spec.review;

import io.github.videotasks.spec.finding.PrintableText;
import java.util.List;

/** A review for a terminal: one line for each entry below its class and section. */
final class ReviewText {
  private ReviewText() {}

  static String of(Review review) {
    StringBuilder text = new StringBuilder();
    ReviewSections.of(review)
        .forEach((group, sections) -> sections.forEach((s, e) -> append(text, group, s, e)));
    return text + EntrySentence.summary(review) + "\n";
  }

  private static void append(
      StringBuilder text, String group, String section, List<ReviewEntry> entries) {
    text.append(group).append(": ").append(PrintableText.of(section)).append('\n');
    for (ReviewEntry entry : entries) {
      String origin = EntrySentence.origin(entry);
      text.append("  ")
          .append(EntrySentence.of(entry))
          .append(" [")
          .append(origin.isEmpty() ? "" : origin + "; ")
          .append(entry.id())
          .append("]\n");
    }
  }
}
