/** What other teams make of the contract with the generators as they come, measured. */
@org.jspecify.annotations.NullMarked
package io.github.videotasks.contract.polyglot;
