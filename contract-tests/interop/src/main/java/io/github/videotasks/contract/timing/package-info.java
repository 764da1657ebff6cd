/** The slowest test classes of a build, printed at its end. */
@NullMarked
package io.github.videotasks.contract.timing;

import org.jspecify.annotations.NullMarked;
