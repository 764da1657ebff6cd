package io.github.videotasks.spec.diff;

import org.jspecify.annotations.Nullable;

/**
 * An example in both derivations, or in one of them.
 *
 * @param before the old file; null when the example was added
 * @param after the new file; null when the example was removed
 */
record ExamplePair(@Nullable String before, @Nullable String after) {}
