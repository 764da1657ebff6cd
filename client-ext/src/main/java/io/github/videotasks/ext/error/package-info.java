/**
 * Unchecked exceptions of the client, all subclasses of {@link VideoTasksException}.
 *
 * <p>A task that ended without a video does not cause an exception: its stage and failure report
 * it.
 */
@NullMarked
package io.github.videotasks.ext.error;

import org.jspecify.annotations.NullMarked;
