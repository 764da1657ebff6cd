/** Turns a hand edit of the derived contract into a correction. */
@NullMarked
package io.github.videotasks.spec.edit;

import org.jspecify.annotations.NullMarked;
