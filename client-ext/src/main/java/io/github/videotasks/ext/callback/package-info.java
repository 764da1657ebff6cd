/** Executor, queue and futures that keep the callbacks of the user off the library's threads. */
@NullMarked
package io.github.videotasks.ext.callback;

import org.jspecify.annotations.NullMarked;
