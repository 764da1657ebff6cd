/** What other teams make of the contract with the generators as they come. */
@NullMarked
package io.github.videotasks.spec.stock;

import org.jspecify.annotations.NullMarked;
