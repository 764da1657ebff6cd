/** Provider states for a gateway of one's own: the example for the JVM, and its tests. */
@NullMarked
package io.github.videotasks.contract.states;

import org.jspecify.annotations.NullMarked;
