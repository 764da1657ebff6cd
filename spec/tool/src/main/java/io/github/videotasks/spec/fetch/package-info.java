/** Fetches a page from an address that a person typed, without letting it lead anywhere else. */
@NullMarked
package io.github.videotasks.spec.fetch;

import org.jspecify.annotations.NullMarked;
