/**
 * When the client is generated anew, when compiled anew, and what of the old one stays: nothing.
 */
@org.jspecify.annotations.NullMarked
package io.github.videotasks.contract.regeneration;
