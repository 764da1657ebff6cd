/** Gathers what teams in other languages import. */
@org.jspecify.annotations.NullMarked
package io.github.videotasks.contract.publish;
