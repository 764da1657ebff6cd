/** Reads pages: Markdown fences and plain files become documents with line numbers. */
@NullMarked
package io.github.videotasks.spec.page;

import org.jspecify.annotations.NullMarked;
