/** Tests of the command line, in this process and as a separate process. */
@NullMarked
package io.github.videotasks.contract.cli;

import org.jspecify.annotations.NullMarked;
