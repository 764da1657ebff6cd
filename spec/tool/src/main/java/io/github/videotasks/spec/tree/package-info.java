/** The JSON tree that every step works on; it keeps number lexemes and line numbers. */
@NullMarked
package io.github.videotasks.spec.tree;

import org.jspecify.annotations.NullMarked;
