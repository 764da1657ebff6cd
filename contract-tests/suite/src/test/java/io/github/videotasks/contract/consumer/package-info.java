/**
 * Writes the contracts: each client talks to Pact's mock server, and what it reads of an answer is
 * what its contract names.
 */
@NullMarked
package io.github.videotasks.contract.consumer;

import org.jspecify.annotations.NullMarked;
