/**
 * Writing of output folders: all files or none, by one process at a time, and only files that the
 * tool wrote before.
 */
@NullMarked
package io.github.videotasks.spec.output;

import org.jspecify.annotations.NullMarked;
