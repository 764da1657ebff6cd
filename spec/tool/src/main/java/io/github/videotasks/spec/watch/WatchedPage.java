package io.github.videotasks.spec.watch;

import io.github.videotasks.spec.page.PageSourceUrl;
import org.jspecify.annotations.Nullable;

/**
 * What a run found at the source of one page.
 *
 * @param source the page and its URL
 * @param status the result
 * @param failure the failure of this run, or the earlier one that the page has recovered from; null
 *     when there is none
 * @param kept where the text that was not accepted is kept; empty when there is none
 */
public record WatchedPage(
    PageSourceUrl source, Status status, @Nullable PageFailure failure, String kept) {
  /** The result for one page. */
  public enum Status {
    /** The page is the one in the repository. */
    UNCHANGED,
    /** The page was replaced. */
    CHANGED,
    /** The page could not be fetched, or its text was not accepted; the old one stays. */
    FAILED
  }

  /** Returns one line for people. */
  @Override
  public String toString() {
    String start = source.provider() + ": ";
    if (failure == null) {
      return start + (status == Status.CHANGED ? "changed" : "unchanged");
    }
    String since = "since " + failure.since() + " (" + runs(failure.runs()) + ")";
    if (status != Status.FAILED) {
      return start + (status == Status.CHANGED ? "changed" : "unchanged") + "; had failed " + since;
    }
    String text = kept.isEmpty() ? "" : " The text is kept in " + kept + ".";
    return start + "failed " + since + ": " + failure.problem() + text;
  }

  static String runs(int count) {
    return count + (count == 1 ? " run" : " runs");
  }
}
