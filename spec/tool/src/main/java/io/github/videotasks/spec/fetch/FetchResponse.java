package io.github.videotasks.spec.fetch;

import org.jspecify.annotations.Nullable;

/**
 * The response to a request for a page.
 *
 * @param url the URL that sent it, after redirects
 * @param body the response body; null when the page has not been modified since the validators of
 *     the request
 * @param validators the validators for the next request
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record FetchResponse(String url, byte @Nullable [] body, PageValidators validators) {}
