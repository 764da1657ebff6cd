package io.github.videotasks.spec.watch;

import io.github.videotasks.spec.fetch.PageValidators;
import io.github.videotasks.spec.fetch.PublishedPage;
import io.github.videotasks.spec.finding.Finding;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of a request for a page.
 *
 * @param text the text; null when the page has not been modified or could not be fetched
 * @param validators the validators for the next request
 * @param problem why there is no text, or why the text is not a page; null when all is well
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record FetchOutcome(byte @Nullable [] text, PageValidators validators, @Nullable Finding problem) {
  static FetchOutcome fetched(PublishedPage page) {
    return new FetchOutcome(page.text(), page.validators(), page.problem());
  }

  static FetchOutcome failed(Finding problem) {
    return new FetchOutcome(null, PageValidators.NONE, problem);
  }
}
