package io.github.videotasks.spec.fetch;

import io.github.videotasks.spec.finding.Finding;
import org.jspecify.annotations.Nullable;

/**
 * A page as its host publishes it.
 *
 * @param text the text to keep as the page; null when it has not been modified
 * @param validators the validators for the next request
 * @param problem why the text is not a page; null when it is one
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record PublishedPage(
    byte @Nullable [] text, PageValidators validators, @Nullable Finding problem) {}
