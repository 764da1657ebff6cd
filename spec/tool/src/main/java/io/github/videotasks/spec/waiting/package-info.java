/** Derives how to wait for a task: an Arazzo document, and the status values as JSON. */
@NullMarked
package io.github.videotasks.spec.waiting;

import org.jspecify.annotations.NullMarked;
