/** Builds of consumer projects: resolved dependencies and duplicate classes. */
@org.jspecify.annotations.NullMarked
package io.github.videotasks.contract.consumerbuild;
