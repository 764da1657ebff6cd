/**
 * Polling until a task ends: when to poll, for how long, and what to do after each response.
 *
 * <p>Time comes from a {@link io.github.videotasks.ext.time.Scheduler} and responses from a {@link
 * io.github.videotasks.ext.polling.TaskSource}, so that a test can run an hour of polling in a
 * millisecond.
 */
@NullMarked
package io.github.videotasks.ext.polling;

import org.jspecify.annotations.NullMarked;
