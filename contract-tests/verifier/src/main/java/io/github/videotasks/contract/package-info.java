/** The proof: what the vendors' pages show is replayed, contracted and verified. */
@NullMarked
package io.github.videotasks.contract;

import org.jspecify.annotations.NullMarked;
