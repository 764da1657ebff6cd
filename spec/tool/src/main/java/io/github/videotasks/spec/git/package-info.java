/** Reads files of Git revisions through the program git. */
@NullMarked
package io.github.videotasks.spec.git;

import org.jspecify.annotations.NullMarked;
