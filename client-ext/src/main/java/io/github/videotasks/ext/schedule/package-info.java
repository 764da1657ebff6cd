/**
 * When the next poll of a task is due: fixed, stepped and adaptive schedules, and the estimates of
 * the adaptive one.
 */
@NullMarked
package io.github.videotasks.ext.schedule;

import org.jspecify.annotations.NullMarked;
