/**
 * Answers that differ from a vendor's example in one place: what of them a contract notices, and
 * what a client survives.
 */
@NullMarked
package io.github.videotasks.contract.mutation;

import org.jspecify.annotations.NullMarked;
