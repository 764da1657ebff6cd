/** Reads pages: parses Markdown fences and plain files into OpenAPI documents with line numbers. */
@NullMarked
package io.github.videotasks.spec.page;

import org.jspecify.annotations.NullMarked;
