/** Compares derived files with the committed files. */
@NullMarked
package io.github.videotasks.spec.drift;

import org.jspecify.annotations.NullMarked;
