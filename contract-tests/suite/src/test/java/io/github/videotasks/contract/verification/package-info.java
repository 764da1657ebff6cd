/**
 * Tests that verify the pacts: every provider on the replay server passes, and a provider with a
 * broken response fails.
 */
@NullMarked
package io.github.videotasks.contract.verification;

import org.jspecify.annotations.NullMarked;
