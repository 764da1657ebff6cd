/** The command line of the spec tool. */
@NullMarked
package io.github.videotasks.spec.cli;

import org.jspecify.annotations.NullMarked;
