/**
 * Waiting for the end of a task: when to ask, how long, and what to do with each answer.
 *
 * <p>Time comes from a {@link io.github.videotasks.ext.polling.Timekeeper} and answers from a
 * {@link io.github.videotasks.ext.polling.TaskSource}, so that a test can run an hour of waiting in
 * a millisecond.
 */
@NullMarked
package io.github.videotasks.ext.polling;

import org.jspecify.annotations.NullMarked;
