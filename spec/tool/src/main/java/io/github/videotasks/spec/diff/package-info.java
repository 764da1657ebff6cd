/** Compares two contracts and classifies each change by its impact on clients. */
@NullMarked
package io.github.videotasks.spec.diff;

import org.jspecify.annotations.NullMarked;
