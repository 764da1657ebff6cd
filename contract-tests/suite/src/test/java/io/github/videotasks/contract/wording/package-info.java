/**
 * Style checks of this repository's own sources: terms in comments, documents and names, unique
 * class names, and file lengths.
 */
@NullMarked
package io.github.videotasks.contract.wording;

import org.jspecify.annotations.NullMarked;
