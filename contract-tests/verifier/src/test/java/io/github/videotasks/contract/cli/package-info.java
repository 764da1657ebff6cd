/** The command line, in this process and as one of its own. */
@NullMarked
package io.github.videotasks.contract.cli;

import org.jspecify.annotations.NullMarked;
