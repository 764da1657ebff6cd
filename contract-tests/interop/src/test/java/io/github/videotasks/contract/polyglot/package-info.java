/** Evaluation of the clients that unmodified generators create from the contract. */
@org.jspecify.annotations.NullMarked
package io.github.videotasks.contract.polyglot;
