package io.github.videotasks.spec.watch;

import io.github.videotasks.spec.fetch.PageValidators;
import io.github.videotasks.spec.fetch.PublishedPage;

/** Fetches one page. */
@FunctionalInterface
public interface PageClient {
  /**
   * Fetches a page.
   *
   * @param url the URL of the page
   * @param fileName the name of the file that keeps it
   * @param known the validators of an earlier response
   * @return the page; its text is null when it has not been modified
   * @throws io.github.videotasks.spec.finding.RejectedInputException when it cannot be fetched
   */
  PublishedPage read(String url, String fileName, PageValidators known);
}
