/**
 * Tests of the generated client with the wire cases: JSON texts, and what a client must read from
 * them and write back.
 */
@NullMarked
package io.github.videotasks.contract.wirecase;

import org.jspecify.annotations.NullMarked;
