/**
 * Tests of resumed waits: a process is killed while it waits, and the next one continues from the
 * saved snapshot.
 */
@NullMarked
package io.github.videotasks.ext.resume;

import org.jspecify.annotations.NullMarked;
