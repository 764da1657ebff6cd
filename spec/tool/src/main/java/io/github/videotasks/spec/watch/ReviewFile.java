package io.github.videotasks.spec.watch;

import io.github.videotasks.spec.finding.MarkdownText;
import io.github.videotasks.spec.review.Review;
import io.github.videotasks.spec.review.ReviewFormat;
import io.github.videotasks.spec.watch.WatchedPage.Status;
import java.time.LocalDate;
import java.util.List;

/**
 * Writes {@code REVIEW.md}: what a reviewer of the change reads first. The changes of the contract
 * come before the pages, which are the cause.
 */
final class ReviewFile {
  static final String NAME = "REVIEW.md";

  private ReviewFile() {}

  /**
   * Returns the text.
   *
   * @param day the date of the run
   * @param pages what was found at each source
   * @param changes the changes of the contract
   * @param remaining what a person has to do before the check passes
   */
  static String write(
      LocalDate day, List<WatchedPage> pages, Review changes, List<String> remaining) {
    List<WatchedPage> changed = select(pages, Status.CHANGED);
    List<WatchedPage> failed = select(pages, Status.FAILED);
    String review = ReviewFormat.MARKDOWN.render(changes);
    int title = review.indexOf("\n\n") + 2;
    StringBuilder text = new StringBuilder(review.substring(0, title));
    text.append("Written by `spec-tool watch` on ").append(day);
    text.append(" (UTC). Pages: ").append(changed.size()).append(" changed, ");
    text.append(failed.size()).append(" failed.\n\n");
    text.append(review.substring(title));
    if (!remaining.isEmpty()) {
      text.append("\n## Left to do\n\n");
      remaining.forEach(
          line -> text.append("* ").append(MarkdownText.escapeForGitHub(line)).append('\n'));
    }
    appendChanged(text, changed);
    appendFailed(text, failed);
    return text.toString();
  }

  private static List<WatchedPage> select(List<WatchedPage> pages, Status status) {
    return pages.stream().filter(page -> page.status() == status).toList();
  }

  private static void appendChanged(StringBuilder text, List<WatchedPage> pages) {
    text.append("\n## Changed pages\n\n| provider | page | fetched from |\n|---|---|---|\n");
    for (WatchedPage page : pages) {
      PageFailure failure = page.failure();
      appendRow(
          text,
          page.source().provider()
              + (failure == null ? "" : " (had failed since " + failure.since() + ")"),
          "pages/" + page.source().page(),
          page.source().url());
    }
  }

  private static void appendFailed(StringBuilder text, List<WatchedPage> pages) {
    if (pages.isEmpty()) {
      return;
    }
    text.append("\n## Failed pages\n\nThe old texts of these pages stay.\n\n");
    text.append("| provider | failed since | runs | problem |\n|---|---|---|---|\n");
    for (WatchedPage page : pages) {
      PageFailure failure = page.failure();
      if (failure != null) {
        appendRow(
            text,
            page.source().provider(),
            failure.since().toString(),
            Integer.toString(failure.runs()),
            failure.problem());
      }
    }
  }

  private static void appendRow(StringBuilder text, String... cells) {
    for (String cell : cells) {
      text.append("| ").append(MarkdownText.escapeForGitHub(cell)).append(' ');
    }
    text.append("|\n");
  }
}
