/**
 * Tests client-ext from other JVM languages. The callers in {@code src/callers} compile and print
 * the same lines as the Java caller; programs that misuse the API do not compile.
 */
@NullMarked
package io.github.videotasks.contract.callers;

import org.jspecify.annotations.NullMarked;
