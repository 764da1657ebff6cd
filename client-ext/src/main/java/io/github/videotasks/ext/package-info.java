/** The client for video tasks. Start at {@link io.github.videotasks.ext.VideoTasks}. */
@NullMarked
package io.github.videotasks.ext;

import org.jspecify.annotations.NullMarked;
