/** Builds of projects that use ours: which classes they get, and which twice. */
@org.jspecify.annotations.NullMarked
package io.github.videotasks.contract.consumerbuild;
