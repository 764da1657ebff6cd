/** Benchmarks of the merge, measured as whole processes on synthetic pages. */
@NullMarked
package io.github.videotasks.spec.bench;

import org.jspecify.annotations.NullMarked;
