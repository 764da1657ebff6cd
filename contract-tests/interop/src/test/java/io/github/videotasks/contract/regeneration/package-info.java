/**
 * Incremental and repeated builds: when the client is regenerated and recompiled, that no stale
 * files remain, and that the contract is checked and reproducible.
 */
@org.jspecify.annotations.NullMarked
package io.github.videotasks.contract.regeneration;
