/** Runs the shipped command line in a pseudo-terminal against the replay server. */
@NullMarked
package io.github.videotasks.contract.terminal;

import org.jspecify.annotations.NullMarked;
