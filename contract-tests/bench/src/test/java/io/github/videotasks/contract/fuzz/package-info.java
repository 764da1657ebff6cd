/** Any bytes at the decode path of the generated client. */
@org.jspecify.annotations.NullMarked
package io.github.videotasks.contract.fuzz;
