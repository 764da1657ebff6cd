/** Collects the files that teams in other languages import. */
@NullMarked
package io.github.videotasks.spec.publish;

import org.jspecify.annotations.NullMarked;
