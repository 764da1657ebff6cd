package io.github.videotasks.spec.watch;

import io.github.videotasks.spec.watch.WatchedPage.Status;
import java.util.List;

/**
 * The result of a run over all pages.
 *
 * @param pages what was found at each source, in the order of {@code providers.yaml}
 * @param written the files that were written, by their path below the spec folder
 * @param remaining what a person has to do before the check passes; empty when nothing
 */
public record WatchResult(List<WatchedPage> pages, List<String> written, List<String> remaining) {
  /** Nothing changed, and no file was touched. */
  public static final int UNCHANGED = 0;

  /** Nothing changed, and some pages failed. */
  public static final int FAILED = 3;

  /** Some pages changed. */
  public static final int CHANGED = 10;

  /** Some pages changed and others failed. */
  public static final int CHANGED_WITH_FAILURES = 11;

  /**
   * Copies the lists.
   *
   * @param pages what was found at each source, in the order of {@code providers.yaml}
   * @param written the files that were written, by their path below the spec folder
   * @param remaining what a person has to do before the check passes
   */
  public WatchResult {
    pages = List.copyOf(pages);
    written = List.copyOf(written);
    remaining = List.copyOf(remaining);
  }

  /**
   * {@return the number of pages with a status}
   *
   * @param status a result of a page
   */
  public long count(Status status) {
    return pages.stream().filter(page -> page.status() == status).count();
  }

  /** {@return the exit code: one of the constants of this class} */
  public int exitCode() {
    boolean failed = count(Status.FAILED) > 0;
    if (count(Status.CHANGED) > 0) {
      return failed ? CHANGED_WITH_FAILURES : CHANGED;
    }
    return failed ? FAILED : UNCHANGED;
  }
}
