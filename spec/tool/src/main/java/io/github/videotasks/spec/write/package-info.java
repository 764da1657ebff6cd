/** Writes the derived files; the same input gives the same bytes. */
@NullMarked
package io.github.videotasks.spec.write;

import org.jspecify.annotations.NullMarked;
