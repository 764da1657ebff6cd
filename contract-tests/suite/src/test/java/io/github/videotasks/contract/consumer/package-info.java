/**
 * Consumer tests, which write the pacts. Each client sends requests to Pact's mock server; the
 * fields that it reads from a response are the fields that its contract names.
 */
@NullMarked
package io.github.videotasks.contract.consumer;

import org.jspecify.annotations.NullMarked;
