/** The command line {@code video-tasks}: a thin layer over the library's public API. */
@NullMarked
package io.github.videotasks.cli;

import org.jspecify.annotations.NullMarked;
