/**
 * Stand-ins for the providers, driven by data: they serve the examples of the vendors' pages as
 * JSON, byte for byte, and never anything written from this project's own model.
 */
@NullMarked
package io.github.videotasks.contract.replay;

import org.jspecify.annotations.NullMarked;
