/** Clock, timers and retry pauses. */
@NullMarked
package io.github.videotasks.ext.time;

import org.jspecify.annotations.NullMarked;
