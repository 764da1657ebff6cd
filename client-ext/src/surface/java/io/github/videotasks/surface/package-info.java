/** Lists the public surface of a library as text; a test source of each published library. */
@NullMarked
package io.github.videotasks.surface;

import org.jspecify.annotations.NullMarked;
