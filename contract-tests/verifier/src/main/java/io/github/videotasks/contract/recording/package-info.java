/** Masked recordings of live runs: written by {@code verify}, served by {@code replay}. */
@NullMarked
package io.github.videotasks.contract.recording;

import org.jspecify.annotations.NullMarked;
