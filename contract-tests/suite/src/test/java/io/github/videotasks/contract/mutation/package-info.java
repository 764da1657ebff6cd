/**
 * Mutation tests: responses that differ from a vendor's example in one node. They test which
 * mutants a contract detects, and that clients handle all of them.
 */
@NullMarked
package io.github.videotasks.contract.mutation;

import org.jspecify.annotations.NullMarked;
