/** Reads and applies handwritten OpenAPI Overlay files with facts that no page contains. */
@NullMarked
package io.github.videotasks.spec.correct;

import org.jspecify.annotations.NullMarked;
