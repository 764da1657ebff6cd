/** Waits for many tasks as one stream of events ({@link java.util.concurrent.Flow.Publisher}). */
@NullMarked
package io.github.videotasks.ext.events;

import org.jspecify.annotations.NullMarked;
