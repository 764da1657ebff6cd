package io.github.videotasks.spec.watch;

import io.github.videotasks.spec.fetch.PageValidators;
import io.github.videotasks.spec.page.PageSourceUrl;

/**
 * A new text of a page.
 *
 * @param source the page and its URL
 * @param text the text
 * @param validators the validators of the response
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record PageUpdate(PageSourceUrl source, byte[] text, PageValidators validators) {}
