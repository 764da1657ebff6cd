/** Fetches the pages of the providers again and leaves one change for a review. */
@NullMarked
package io.github.videotasks.spec.watch;

import org.jspecify.annotations.NullMarked;
