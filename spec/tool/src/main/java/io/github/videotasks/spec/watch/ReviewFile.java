package io.github.videotasks.spec.watch;

import io.github.videotasks.spec.diff.DiffReportFormat;
import io.github.videotasks.spec.drift.ContractAcceptance;
import io.github.videotasks.spec.watch.WatchMemory.FailureMemory;
import io.github.videotasks.spec.watch.WatchedPage.Status;
import java.time.LocalDate;
import java.util.List;

/** Writes {@code REVIEW.md}: what a reviewer of the change reads first. */
final class ReviewFile {
  static final String NAME = "REVIEW.md";

  private ReviewFile() {}

  /**
   * Returns the text.
   *
   * @param day the date of the run
   * @param pages what was found at each source
   * @param accepted the changes of the contract, and what remains to do
   */
  static String write(
      LocalDate day, List<WatchedPage> pages, ContractAcceptance.Acceptance accepted) {
    StringBuilder text = new StringBuilder("# Changed pages\n\n");
    text.append("Written by `spec-tool watch` on ").append(day).append(" (UTC).\n");
    appendChanged(text, select(pages, Status.CHANGED));
    appendFailed(text, select(pages, Status.FAILED));
    if (!accepted.remaining().isEmpty()) {
      text.append("\n## Left to do\n\n");
      accepted.remaining().forEach(line -> text.append("* ").append(escape(line)).append('\n'));
    }
    text.append("\n## Changes of the contract\n\n");
    text.append(
        accepted.changes().isEmpty()
            ? "None.\n"
            : DiffReportFormat.MARKDOWN.render(accepted.changes()));
    return text.toString();
  }

  private static List<WatchedPage> select(List<WatchedPage> pages, Status status) {
    return pages.stream().filter(page -> page.status() == status).toList();
  }

  private static void appendChanged(StringBuilder text, List<WatchedPage> pages) {
    text.append("\n| provider | page | fetched from |\n|---|---|---|\n");
    for (WatchedPage page : pages) {
      FailureMemory failure = page.failure();
      text.append("| ")
          .append(escape(page.source().provider()))
          .append(failure == null ? "" : " (had failed since " + failure.since() + ")")
          .append(" | ")
          .append(escape("pages/" + page.source().page()))
          .append(" | ")
          .append(escape(page.source().url()))
          .append(" |\n");
    }
  }

  private static void appendFailed(StringBuilder text, List<WatchedPage> pages) {
    if (pages.isEmpty()) {
      return;
    }
    text.append("\n## Failed pages\n\nThe old texts of these pages stay.\n\n");
    text.append("| provider | failed since | runs | problem |\n|---|---|---|---|\n");
    for (WatchedPage page : pages) {
      FailureMemory failure = page.failure();
      if (failure != null) {
        text.append("| ")
            .append(escape(page.source().provider()))
            .append(" | ")
            .append(failure.since())
            .append(" | ")
            .append(failure.runs())
            .append(" | ")
            .append(escape(failure.problem()))
            .append(" |\n");
      }
    }
  }

  private static String escape(String text) {
    return text.replace("|", "&#124;");
  }
}
