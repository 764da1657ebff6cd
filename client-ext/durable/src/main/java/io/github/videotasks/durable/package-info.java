/**
 * Waits for video tasks over many machines: stored in PostgreSQL, polled by whichever node is
 * running, continued by another node after a crash. See {@link
 * io.github.videotasks.durable.DurableWaits}.
 */
@NullMarked
package io.github.videotasks.durable;

import org.jspecify.annotations.NullMarked;
