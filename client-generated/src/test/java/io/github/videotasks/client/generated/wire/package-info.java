/**
 * The requests that generated clients send and the models that they decode, from the page to the
 * server: merge, generate, compile, call.
 */
@org.jspecify.annotations.NullMarked
package io.github.videotasks.client.generated.wire;
