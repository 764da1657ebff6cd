/**
 * Pictures of measured figures, as SVG for light and dark pages. Their data are tables of the
 * repository's documents, which benchmarks and simulations print.
 */
@NullMarked
package io.github.videotasks.contract.pictures;

import org.jspecify.annotations.NullMarked;
