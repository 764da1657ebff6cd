/** Fuzz test of the generated client's decoder with arbitrary bytes. */
@org.jspecify.annotations.NullMarked
package io.github.videotasks.contract.fuzz;
