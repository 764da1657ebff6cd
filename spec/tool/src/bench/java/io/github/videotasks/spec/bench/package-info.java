/** What merging costs, measured from outside: whole processes on pages of our own making. */
@NullMarked
package io.github.videotasks.spec.bench;

import org.jspecify.annotations.NullMarked;
