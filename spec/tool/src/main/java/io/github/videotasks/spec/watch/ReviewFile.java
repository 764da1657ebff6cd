package io.github.videotasks.spec.watch;

import io.github.videotasks.spec.diff.Change;
import io.github.videotasks.spec.diff.DiffReportFormat;
import io.github.videotasks.spec.watch.WatchedPage.Status;
import java.time.LocalDate;
import java.util.List;

/** Writes {@code REVIEW.md}: what a reviewer of the change reads first. */
final class ReviewFile {
  static final String NAME = "REVIEW.md";

  private ReviewFile() {}

  static String write(
      LocalDate day, List<WatchedPage> pages, List<Change> changes, List<String> remaining) {
    StringBuilder text = new StringBuilder("# Review of changed pages\n\n");
    text.append("Written by `spec-tool watch` on ").append(day).append(" (UTC).\n");
    appendPages(text, "Changed pages", Status.CHANGED, pages);
    appendPages(text, "Failed pages: the old ones stay", Status.FAILED, pages);
    if (!remaining.isEmpty()) {
      text.append("\n## Left to do\n\n");
      remaining.forEach(line -> text.append("* ").append(line).append('\n'));
    }
    text.append("\n## Changes of the contract\n\n");
    text.append(changes.isEmpty() ? "None.\n" : DiffReportFormat.MARKDOWN.render(changes));
    return text.toString();
  }

  private static void appendPages(
      StringBuilder text, String heading, Status status, List<WatchedPage> pages) {
    List<WatchedPage> selected = pages.stream().filter(page -> page.status() == status).toList();
    if (selected.isEmpty()) {
      return;
    }
    text.append("\n## ").append(heading).append("\n\n");
    selected.forEach(page -> text.append("* ").append(page).append('\n'));
  }
}
