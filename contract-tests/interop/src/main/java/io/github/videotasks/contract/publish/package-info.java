/** Manifest of the published artifacts, which teams in other languages download as well. */
@org.jspecify.annotations.NullMarked
package io.github.videotasks.contract.publish;
