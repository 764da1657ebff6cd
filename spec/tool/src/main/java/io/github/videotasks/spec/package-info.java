/** Derives the canonical contract from the vendors' pages. */
@NullMarked
package io.github.videotasks.spec;

import org.jspecify.annotations.NullMarked;
