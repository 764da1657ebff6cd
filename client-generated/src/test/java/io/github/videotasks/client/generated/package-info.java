/** Tests of the generated client with the contract's examples and with malformed responses. */
@org.jspecify.annotations.NullMarked
package io.github.videotasks.client.generated;
