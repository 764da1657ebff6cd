package io.github.videotasks.spec.review;

import io.github.videotasks.spec.finding.MarkdownText;
import io.github.videotasks.spec.finding.PrintableText;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A review as Markdown: the content of {@code REVIEW.md}. Values are code, so that neither markup
 * nor a mention of a person in them has an effect.
 */
final class ReviewMarkdown {
  /** Longer values, and those of several lines, are below the entry as a block. */
  private static final int MAX_INLINE = 60;

  private ReviewMarkdown() {}

  static String of(Review review) {
    boolean changes = review.kind() == Review.Kind.CHANGES;
    StringBuilder text = new StringBuilder(changes ? "# Review of changes\n\n" : "# Findings\n\n");
    text.append(summary(review)).append('\n');
    ReviewSections.of(review)
        .forEach(
            (group, sections) -> {
              text.append("\n## ").append(heading(group)).append('\n');
              sections.forEach((section, entries) -> append(text, section, entries));
            });
    return text.toString();
  }

  private static String summary(Review review) {
    String counts =
        ReviewSections.of(review).entrySet().stream()
            .map(g -> ReviewSections.count(g.getValue()) + " " + g.getKey())
            .collect(Collectors.joining(", "));
    String all = counts.isEmpty() ? "none" : counts;
    return review.kind() == Review.Kind.CHANGES
        ? "Version step: **" + review.step().label() + "**. Changes: " + all + "."
        : "Findings: " + all + ".";
  }

  private static String heading(String group) {
    return Character.toUpperCase(group.charAt(0)) + group.substring(1);
  }

  private static void append(StringBuilder text, String section, List<ReviewEntry> entries) {
    text.append("\n### ").append(heading(section, entries.get(0))).append("\n\n");
    entries.forEach(entry -> append(text, entry));
  }

  private static String heading(String section, ReviewEntry entry) {
    if (entry instanceof ReviewChange change) {
      return change.operations().isEmpty()
          ? MarkdownText.escapeForGitHub(section)
          : change.operations().stream()
              .map(ReviewMarkdown::code)
              .collect(Collectors.joining(", "));
    }
    return code(section);
  }

  private static void append(StringBuilder text, ReviewEntry entry) {
    text.append("* ");
    if (!entry.field().isEmpty()) {
      text.append(code(entry.field())).append(": ");
    }
    text.append(MarkdownText.escapeForGitHub(entry.description()));
    boolean inline = isShort(entry.before()) && isShort(entry.after());
    if (EntrySentence.hasValues(entry) && inline) {
      text.append(": ").append(value(entry.before())).append(" → ").append(value(entry.after()));
    }
    text.append(entry.note().isEmpty() ? "" : ". " + MarkdownText.escapeForGitHub(entry.note()))
        .append("\\\n  ");
    String origin = EntrySentence.origin(entry);
    text.append(origin.isEmpty() ? "" : MarkdownText.escapeForGitHub(origin) + "; ");
    text.append("id `").append(entry.id()).append("`\n");
    if (EntrySentence.hasValues(entry) && !inline) {
      text.append("\n  ```diff\n").append(lines("-", entry.before()));
      text.append(lines("+", entry.after())).append("  ```\n");
    }
  }

  private static boolean isShort(String value) {
    return value.length() <= MAX_INLINE && value.indexOf('\n') < 0;
  }

  /** A line of the block starts with a sign, so that no value can end the block. */
  private static String lines(String sign, String value) {
    return value.isEmpty()
        ? ""
        : Arrays.stream(PrintableText.lines(value).split("\n", -1))
            .map(line -> "  " + sign + " " + line + "\n")
            .collect(Collectors.joining());
  }

  private static String value(String text) {
    return text.isEmpty() ? EntrySentence.NOTHING : code(text);
  }

  /** Returns a code span, whose delimiters are longer than any row of backticks in the text. */
  private static String code(String text) {
    String shown = PrintableText.of(text);
    int longest = 0;
    int row = 0;
    for (int i = 0; i < shown.length(); i++) {
      row = shown.charAt(i) == '`' ? row + 1 : 0;
      longest = Math.max(longest, row);
    }
    String delimiter = "`".repeat(longest + 1);
    String pad = longest > 0 || shown.isBlank() ? " " : "";
    return delimiter + pad + shown + pad + delimiter;
  }
}
