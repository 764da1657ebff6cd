/** Compares what was derived with what is committed. */
@NullMarked
package io.github.videotasks.spec.drift;

import org.jspecify.annotations.NullMarked;
