/** Reads recorded HTTP traffic, masks it, and compares it with the contract. */
@NullMarked
package io.github.videotasks.spec.observe;

import org.jspecify.annotations.NullMarked;
