/** What the generated client promises, proven on the contract's own examples and on odd answers. */
@org.jspecify.annotations.NullMarked
package io.github.videotasks.client.generated;
