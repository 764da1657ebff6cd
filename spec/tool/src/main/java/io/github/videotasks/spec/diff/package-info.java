/** Lists what changed between two contracts, and whether it breaks somebody. */
@NullMarked
package io.github.videotasks.spec.diff;

import org.jspecify.annotations.NullMarked;
