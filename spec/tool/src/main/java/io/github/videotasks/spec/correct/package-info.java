/** Handwritten OpenAPI Overlay files, for what only a person can know. */
@NullMarked
package io.github.videotasks.spec.correct;

import org.jspecify.annotations.NullMarked;
