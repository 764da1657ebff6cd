/** Client for video tasks. The entry point is {@link io.github.videotasks.ext.VideoTasks}. */
@NullMarked
package io.github.videotasks.ext;

import org.jspecify.annotations.NullMarked;
