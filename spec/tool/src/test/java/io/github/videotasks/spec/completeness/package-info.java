/**
 * Completeness as a property: random documents are merged, and a second parser's model of the input
 * is compared with its model of the contract. A difference needs a finding or a named decision.
 */
@org.jspecify.annotations.NullMarked
package io.github.videotasks.spec.completeness;
