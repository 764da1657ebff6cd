/**
 * Replay servers for the providers, driven by data: they send the examples of the vendors' pages as
 * JSON, byte for byte, and never a response built from this project's own model.
 */
@NullMarked
package io.github.videotasks.contract.replay;

import org.jspecify.annotations.NullMarked;
