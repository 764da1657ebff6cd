/** The JSON tree that every step works on: number lexemes and line numbers kept. */
@NullMarked
package io.github.videotasks.spec.tree;

import org.jspecify.annotations.NullMarked;
