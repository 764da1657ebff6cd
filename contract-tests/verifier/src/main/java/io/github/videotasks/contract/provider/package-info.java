/** Verifies pacts against a provider: the replay of its page, or a live host. */
@NullMarked
package io.github.videotasks.contract.provider;

import org.jspecify.annotations.NullMarked;
