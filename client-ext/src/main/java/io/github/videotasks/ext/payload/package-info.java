/**
 * What an answer means: the tree as it came, and the stage, progress, addresses, times and failure
 * folded from it.
 *
 * <p>Everything here is a pure function of the answer's text. Nothing here throws for an odd shape:
 * what a gateway sends instead of the documented form is absent from the folded view and still
 * present in the raw tree.
 */
@NullMarked
package io.github.videotasks.ext.payload;

import org.jspecify.annotations.NullMarked;
