/** Writes the derived files; equal input results in equal bytes. */
@NullMarked
package io.github.videotasks.spec.write;

import org.jspecify.annotations.NullMarked;
