/** What is published for other languages: complete, listed, and the same bytes on every build. */
@org.jspecify.annotations.NullMarked
package io.github.videotasks.contract.publish;
